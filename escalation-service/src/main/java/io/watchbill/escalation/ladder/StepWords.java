package io.watchbill.escalation.ladder;

import io.quarkus.qute.TemplateData;
import io.watchbill.escalation.plan.facts.Branch;
import io.watchbill.escalation.plan.policy.Hours;
import io.watchbill.escalation.plan.policy.IfNobody;
import io.watchbill.escalation.plan.policy.Step;
import io.watchbill.escalation.plan.policy.When;
import io.watchbill.escalation.plan.policy.While;
import io.watchbill.escalation.plan.wording.Names;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * A step of a policy as the page says it.
 *
 * @param instead who is paged if nobody is behind the targets
 */
@TemplateData
public record StepWords(
    Step step, DueWords due, String hoursOf, List<TargetWords> targets, List<TargetWords> instead) {

  static StepWords of(Step step, Names names, Locale language) {
    return new StepWords(
        step,
        DueWords.of(step.timing(), names, language),
        step.when()
            .hours()
            .filter(hours -> !hours.ofResponder())
            .map(hours -> names.rotation(hours.ofRotation()))
            .orElse(""),
        step.targets().stream().map(target -> TargetWords.of(target, names)).toList(),
        step.ifNobody() instanceof IfNobody.Fallback fallback
            ? List.of(TargetWords.of(fallback.target(), names))
            : List.of());
  }

  /** Returns the name of the step. */
  public String name() {
    return step.name();
  }

  /** Returns the branch; empty for the main one. */
  public String branch() {
    return step.branch().equals(Branch.MAIN) ? "" : step.branch().name();
  }

  /** Returns whether it pages also after an acknowledgement. */
  public boolean open() {
    return step.during() == While.OPEN;
  }

  /** Returns how many people have to acknowledge. */
  public int acknowledgements() {
    return step.acknowledgements();
  }

  /** Returns whether it waits for somebody instead of being skipped. */
  public boolean holds() {
    return step.ifNobody() instanceof IfNobody.Hold;
  }

  public String severities() {
    return joined(step.when().severities());
  }

  public String tags() {
    return joined(step.when().tags());
  }

  public String types() {
    return joined(step.when().types());
  }

  /** Returns yes, no, or nothing if it does not matter. */
  public String restricted() {
    return step.when().restricted().map(wanted -> wanted ? "yes" : "no").orElse("");
  }

  /** Returns inside or outside of working hours, or nothing if they do not matter. */
  public String hours() {
    return step.when().hours().map(StepWords::side).orElse("");
  }

  /** Returns whether there is no condition. */
  public boolean always() {
    return step.when().equals(When.ALWAYS);
  }

  private static String side(Hours hours) {
    return hours.inside() ? "inside" : "outside";
  }

  private static String joined(Collection<String> words) {
    return String.join(", ", words);
  }
}
