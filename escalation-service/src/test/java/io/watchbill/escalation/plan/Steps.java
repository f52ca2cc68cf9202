package io.watchbill.escalation.plan;

import static io.watchbill.escalation.plan.Given.T0;
import static io.watchbill.escalation.plan.Given.minutes;

import io.watchbill.escalation.plan.facts.Branch;
import io.watchbill.escalation.plan.facts.BranchAcknowledgement;
import io.watchbill.escalation.plan.facts.Facts;
import io.watchbill.escalation.plan.facts.Traits;
import io.watchbill.escalation.plan.policy.Hours;
import io.watchbill.escalation.plan.policy.Step;
import io.watchbill.escalation.plan.policy.Target;
import io.watchbill.escalation.plan.policy.When;
import io.watchbill.escalation.plan.shifts.CachedShifts;
import io.watchbill.escalation.plan.shifts.Window;
import io.watchbill.escalation.plan.shifts.WorkingTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Words for the tests of the step language, beside those of {@link Given}. */
public final class Steps {

  public static final Target NEXT = new Target.NextOf("security", "primary");
  public static final Target TEAM = new Target.Team("blue");
  public static final Target COMMANDER = new Target.Commander();

  private Steps() {}

  public static WorkingTime works(int fromMinute, int toMinute) {
    return new WorkingTime(
        "Europe/Berlin",
        false,
        T0.minus(Duration.ofDays(35)),
        T0.plus(Duration.ofDays(16)),
        List.of(new Window(minutes(fromMinute), minutes(toMinute))));
  }

  public static CachedShifts working(WorkingTime hours) {
    return new CachedShifts(
        Given.shifts().rotations(), Map.of("security", hours), Map.of(), Map.of());
  }

  public static Step asking(Step s, Hours hours) {
    return Given.with(
        s,
        new When(
            s.when().severities(),
            s.when().tags(),
            s.when().types(),
            s.when().restricted(),
            Optional.of(hours)));
  }

  public static Step byTwo(Step s) {
    return new Step(
        s.name(), s.branch(), s.when(), s.timing(), s.during(), s.targets(), s.ifNobody(), 2);
  }

  public static Facts acknowledged(Facts f, BranchAcknowledgement... by) {
    return known(
        f,
        f.traits().type(),
        f.traits().restricted(),
        f.traits().commander(),
        Map.of(Branch.MAIN, List.of(by)));
  }

  public static Facts known(
      Facts f,
      Optional<String> type,
      boolean restricted,
      Optional<String> commander,
      Map<Branch, List<BranchAcknowledgement>> acknowledgements) {
    return new Facts(
        f.resolved(),
        new Traits(f.traits().severity(), f.traits().tags(), type, restricted, commander),
        f.anchors(),
        acknowledgements,
        f.acknowledgeSla(),
        f.mutedUntil(),
        f.conditionsSince());
  }

  public static BranchAcknowledgement by(String person, int minute, boolean confirmed) {
    return new BranchAcknowledgement(person, minutes(minute), confirmed);
  }
}
