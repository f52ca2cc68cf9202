package io.watchbill.escalation.plan.policy;

import java.util.List;
import java.util.stream.Stream;

/**
 * One timed step of a policy.
 *
 * @param branch the step's branch; only {@link Policy#MAIN} acknowledges the incident
 * @param acknowledgements how many different people must have acknowledged its branch before it is
 *     acknowledged for this step
 */
public record Step(
    String name,
    String branch,
    When when,
    Since since,
    After after,
    While during,
    List<Target> targets,
    Repeat repeat,
    IfNobody ifNobody,
    int acknowledgements) {

  /** Returns when it is due, as a person says it: "immediately", "15 min after the trigger". */
  public String timing() {
    boolean atOnce = after instanceof After.Fixed fixed && fixed.duration().isZero();
    return switch (since) {
      case TRIGGERED -> atOnce ? "immediately" : afterTheTrigger();
      case ACKNOWLEDGED -> counted(atOnce, "the acknowledgement");
      case LAST_UPDATE -> counted(atOnce, "the last update");
      case SEVERITY_CHANGE -> counted(atOnce, "the change of severity");
      case PREVIOUS_STEP -> counted(atOnce, "the previous step");
    };
  }

  private String afterTheTrigger() {
    return after instanceof After.AcknowledgeSla
        ? "after the acknowledgement SLA"
        : after.words() + " after the trigger";
  }

  private String counted(boolean atOnce, String anchor) {
    return atOnce ? "immediately after " + anchor : after.words() + " after " + anchor;
  }

  /** Returns the number of its last repetition; the first is 0. */
  public int last() {
    return repeat.times();
  }

  /** Returns all its targets, including the fallback. */
  public List<Target> allTargets() {
    return ifNobody instanceof IfNobody.Fallback instead
        ? Stream.concat(targets.stream(), Stream.of(instead.target())).toList()
        : targets;
  }

  /** Returns whether the first version of the step language can express it. */
  boolean isOfFirstEngine() {
    boolean known =
        allTargets().stream()
            .allMatch(
                target -> target instanceof Target.RoleOf || target instanceof Target.Resolved);
    return known
        && when.types().isEmpty()
        && when.restricted().isEmpty()
        && when.hours().isEmpty()
        && (after instanceof After.Fixed || after instanceof After.AcknowledgeSla)
        && ifNobody instanceof IfNobody.Skip
        && acknowledgements == 1;
  }
}
