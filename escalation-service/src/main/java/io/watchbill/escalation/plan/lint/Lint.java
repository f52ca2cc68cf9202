package io.watchbill.escalation.plan.lint;

import io.watchbill.escalation.plan.Cancellation;
import io.watchbill.escalation.plan.lint.Finding.Kind;
import io.watchbill.escalation.plan.policy.After;
import io.watchbill.escalation.plan.policy.Hours;
import io.watchbill.escalation.plan.policy.Policy;
import io.watchbill.escalation.plan.policy.Since;
import io.watchbill.escalation.plan.policy.Step;
import io.watchbill.escalation.plan.policy.Target;
import io.watchbill.escalation.plan.policy.While;
import io.watchbill.escalation.plan.shifts.CachedShifts;
import io.watchbill.escalation.plan.shifts.WorkingTime;
import io.watchbill.escalation.plan.wording.Wording;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Checks a policy for problems: steps that can never fire, empty targets, gaps in coverage, people
 * who are reached too late.
 */
public final class Lint {
  private final Policy policy;
  private final CachedShifts shifts;
  private final Map<String, Duration> firstContact;
  private final Duration acknowledgeSla;
  private final Findings findings = new Findings();
  private final TargetCheck targets;

  private Lint(
      Policy policy,
      CachedShifts shifts,
      Map<String, Duration> firstContact,
      Duration acknowledgeSla,
      Instant from,
      Instant until) {
    this.policy = policy;
    this.shifts = shifts;
    this.firstContact = firstContact;
    this.acknowledgeSla = acknowledgeSla;
    this.targets = new TargetCheck(shifts, from, until, findings);
  }

  /**
   * Returns the findings in the order of the steps, a thousand at most.
   *
   * @param firstContact of each person and {@code webhook:id} that can be reached, how long after a
   *     page the first message goes out
   * @param acknowledgeSla the assumed SLA for steps that depend on it
   * @param until the end of the coverage check
   * @throws java.util.concurrent.CancellationException when the thread is interrupted
   */
  public static List<Finding> findings(
      Policy policy,
      CachedShifts shifts,
      Map<String, Duration> firstContact,
      Duration acknowledgeSla,
      Instant from,
      Instant until) {
    Lint lint = new Lint(policy, shifts, firstContact, acknowledgeSla, from, until);
    for (int index = 0; index < policy.steps().size(); index++) {
      lint.look(index, policy.steps().get(index));
    }
    return lint.findings.list();
  }

  private void look(int index, Step step) {
    neverFires(index, step).ifPresent(why -> findings.add(Kind.NEVER_FIRES, index, why));
    SortedSet<String> people = new TreeSet<>();
    for (Target target : step.allTargets()) {
      Cancellation.check();
      people.addAll(targets.people(index, target));
    }
    Optional<Duration> patience = untilTheNext(index);
    for (String person : people) {
      Duration first = firstContact.get(person);
      if (first == null) {
        findings.add(Kind.UNREACHABLE, index, person + " has no contact method");
      } else if (patience.filter(gap -> first.compareTo(gap) >= 0).isPresent()) {
        findings.add(
            Kind.DELAY_TOO_LONG,
            index,
            "the first message to %s goes out after %s, the next step of branch %s after %s"
                .formatted(
                    person,
                    Wording.duration(first),
                    step.branch(),
                    Wording.duration(patience.get())));
      }
    }
  }

  private Optional<String> neverFires(int index, Step step) {
    if (step.when().restricted().orElse(false)
        && !(step.when().tags().isEmpty() && step.when().types().isEmpty())) {
      return Optional.of(
          "the tags and type of a restricted incident are not known to this service");
    }
    boolean ends = step.during() == While.UNACKNOWLEDGED && step.acknowledgements() == 1;
    if (ends && countsFromAcknowledgement(index)) {
      return Optional.of(
          "it counts from the acknowledgement, which ends it: 'while' must be 'open'");
    }
    return step.when().hours().filter(hours -> !hours.ofResponder()).flatMap(this::neverMet);
  }

  private boolean countsFromAcknowledgement(int index) {
    Step step = policy.steps().get(index);
    if (step.timing().since() != Since.PREVIOUS_STEP) {
      return step.timing().since() == Since.ACKNOWLEDGED;
    }
    for (int before = index - 1; before >= 0; before--) {
      if (policy.steps().get(before).branch().equals(step.branch())) {
        return countsFromAcknowledgement(before);
      }
    }
    return false;
  }

  private Optional<String> neverMet(Hours hours) {
    Optional<WorkingTime> known = shifts.workingTime(hours.ofRotation());
    if (known.filter(WorkingTime::always).isPresent() && !hours.inside()) {
      return Optional.of(hours.ofRotation() + " works at all hours, it is never outside of them");
    }
    boolean never = known.filter(time -> !time.always() && time.windows().isEmpty()).isPresent();
    return never && hours.inside()
        ? Optional.of(
            hours.ofRotation()
                + " has no working hours until "
                + Wording.instant(known.get().until(), known.get().zoneId()))
        : Optional.empty();
  }

  /** Returns how long until a later step of the same branch; empty when there is none. */
  private Optional<Duration> untilTheNext(int index) {
    Optional<Duration> here = offset(index);
    Duration least = null;
    for (int other = 0; here.isPresent() && other < policy.steps().size(); other++) {
      boolean same = policy.steps().get(other).branch().equals(policy.steps().get(index).branch());
      Duration gap = offset(other).map(there -> there.minus(here.get())).orElse(Duration.ZERO);
      boolean sooner = gap.isPositive() && (least == null || gap.compareTo(least) < 0);
      least = same && sooner ? gap : least;
    }
    return Optional.ofNullable(least);
  }

  /** Returns how long after the trigger a step is due; empty if it has another anchor. */
  private Optional<Duration> offset(int index) {
    Step step = policy.steps().get(index);
    Optional<Duration> after =
        switch (step.timing().after()) {
          case After.Fixed fixed -> Optional.of(fixed.duration());
          case After.AcknowledgeSla sla -> Optional.of(acknowledgeSla);
          case After.Business business -> Optional.empty();
          case After.Calendar calendar -> Optional.empty();
        };
    return switch (step.timing().since()) {
      case TRIGGERED -> after;
      case PREVIOUS_STEP -> after.flatMap(more -> previous(index).map(more::plus));
      case ACKNOWLEDGED, LAST_UPDATE, SEVERITY_CHANGE -> Optional.empty();
    };
  }

  private Optional<Duration> previous(int index) {
    for (int before = index - 1; before >= 0; before--) {
      if (policy.steps().get(before).branch().equals(policy.steps().get(index).branch())) {
        return offset(before);
      }
    }
    return Optional.of(Duration.ZERO);
  }
}
