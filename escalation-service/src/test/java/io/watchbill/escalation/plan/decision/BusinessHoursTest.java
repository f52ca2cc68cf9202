package io.watchbill.escalation.plan.decision;

import static io.watchbill.escalation.plan.Given.LEAD;
import static io.watchbill.escalation.plan.Given.PRIMARY;
import static io.watchbill.escalation.plan.Given.T0;
import static io.watchbill.escalation.plan.Given.atOnce;
import static io.watchbill.escalation.plan.Given.facts;
import static io.watchbill.escalation.plan.Given.minutes;
import static io.watchbill.escalation.plan.Given.policy;
import static io.watchbill.escalation.plan.Given.repeat;
import static io.watchbill.escalation.plan.Given.step;
import static io.watchbill.escalation.plan.Steps.acknowledged;
import static io.watchbill.escalation.plan.Steps.asking;
import static io.watchbill.escalation.plan.Steps.by;
import static io.watchbill.escalation.plan.Steps.working;
import static io.watchbill.escalation.plan.Steps.works;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.escalation.plan.Given;
import io.watchbill.escalation.plan.Walk;
import io.watchbill.escalation.plan.decision.Outcome.Kind;
import io.watchbill.escalation.plan.policy.After;
import io.watchbill.escalation.plan.policy.Hours;
import io.watchbill.escalation.plan.policy.Policy;
import io.watchbill.escalation.plan.policy.Step;
import io.watchbill.escalation.plan.progress.AlarmKind;
import io.watchbill.escalation.plan.progress.Held;
import io.watchbill.escalation.plan.shifts.CachedShift;
import io.watchbill.escalation.plan.shifts.CachedShifts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Pages of a rotation that keeps hours, and time that counts within windows only. */
class BusinessHoursTest {

  /**
   * A rotation that keeps hours: alice from a minute to another, and nobody by design around it.
   */
  private static CachedShifts keepingHours(int... minutes) {
    List<CachedShift> shifts = new ArrayList<>();
    Instant before = T0.minus(Duration.ofDays(1));
    for (int i = 0; i < minutes.length; i += 2) {
      shifts.add(CachedShift.off("primary", before, minutes(minutes[i])));
      shifts.add(
          new CachedShift(
              "primary", List.of("alice"), minutes(minutes[i]), minutes(minutes[i + 1]), null));
      before = minutes(minutes[i + 1]);
    }
    shifts.add(CachedShift.off("primary", before, T0.plus(Duration.ofDays(14))));
    return Given.shifts(shifts.toArray(new CachedShift[0]));
  }

  @Test
  void aRotationThatKeepsHoursHoldsItsPagesUntilTheyBegin() {
    Walk walk =
        new Walk(policy(step("one", atOnce(), PRIMARY)), facts("P1"), keepingHours(480, 960));

    walk.wake(minutes(1));

    assertThat(walk.pages).isEmpty();
    assertThat(walk.last().holds())
        .singleElement()
        .satisfies(
            held -> {
              assertThat(held.until()).isEqualTo(minutes(480));
              assertThat(held.reason())
                  .contains("outside the working hours of security until Mon 2 Mar 10:00 UTC");
            });
    walk.until(minutes(480));
    assertThat(walk.pagedWhen()).containsExactly("alice " + minutes(480));
  }

  @Test
  void whatIsHeldWaitsForTheHoursOfTheStepToo() {
    Step outside = asking(step("one", atOnce(), PRIMARY), new Hours("security", false));
    CachedShifts shifts =
        new CachedShifts(
            keepingHours(50, 60).rotations(),
            Map.of("security", works(40, 90)),
            Map.of(),
            Map.of());
    Walk walk = new Walk(policy(2, outside), facts("P1"), shifts).wake(T0);

    walk.wake(minutes(50));

    assertThat(walk.progress().steps().getFirst().held())
        .extracting(Held::until, Held::reason)
        .containsExactly(
            minutes(90), "inside the working hours of security until Mon 2 Mar 04:30 CET");
    assertThat(walk.wake(minutes(90)).paged()).isEmpty();
  }

  @Test
  void aHoldIsRecordedOnceAndEndsNoRun() {
    Walk walk =
        new Walk(policy(step("one", atOnce(), PRIMARY)), facts("P1"), keepingHours(480, 960));

    walk.wake(T0).wake(minutes(100)).wake(minutes(200));

    assertThat(walk.last().holds()).isEmpty();
    assertThat(walk.alarms).isEmpty();
    walk.until(minutes(494));
    assertThat(walk.alarms).isEmpty();
    walk.until(minutes(495));
    assertThat(walk.alarms)
        .extracting(AlarmOrder::kind)
        .containsExactly(AlarmKind.ENDED_UNACKNOWLEDGED);
  }

  @Test
  void aSeverityThatOverridesTheHoursPagesTheNextPerson() {
    Policy p0 =
        new Policy("p", List.of(step("one", atOnce(), PRIMARY)), 1, new TreeSet<>(Set.of("P0")));

    Walk walk = new Walk(p0, facts("P0"), keepingHours(480, 960)).wake(T0);

    assertThat(walk.pagedWhen()).containsExactly("alice " + T0);
    assertThat(walk.pages.getFirst().reason())
        .contains("but not for this severity; next on call as primary");
  }

  @Test
  void aRotationThatKeepsNoHoursIsPagedAtAnyHourWhateverItsWorkingTime() {
    Walk walk =
        new Walk(policy(step("one", atOnce(), PRIMARY)), facts("P1"), working(works(480, 960)));

    assertThat(walk.wake(T0).paged()).containsExactly("alice");
  }

  @Test
  void aHeldPageIsDroppedByAnAcknowledgement() {
    Walk walk =
        new Walk(policy(step("one", atOnce(), PRIMARY)), facts("P1"), keepingHours(480, 960))
            .wake(T0);

    walk.with(acknowledged(facts("P1"), by("dora", 5, true))).until(minutes(480));

    assertThat(walk.pages).isEmpty();
    assertThat(walk.outcomes).extracting(Outcome::kind).containsExactly(Kind.SKIPPED);
  }

  @Test
  void repetitionsThatFellDueWhileHeldFollowWhenTheHoursBegin() {
    Policy again = policy(repeat(step("one", atOnce(), PRIMARY), Duration.ofMinutes(30), 3));

    Walk walk = new Walk(again, facts("P1"), keepingHours(-1, 15, 600, 900)).until(minutes(700));

    assertThat(walk.pagedWhen())
        .containsExactly(
            "alice " + T0,
            "alice " + minutes(600),
            "alice " + minutes(630),
            "alice " + minutes(660));
    assertThat(walk.outcomes).extracting(Outcome::kind).containsOnly(Kind.PAGED);
  }

  @Test
  void businessTimeIsCountedInTheWindows() {
    Policy lead =
        policy(step("lead", new After.Business(Duration.ofMinutes(30), "security"), LEAD));

    Walk walk = new Walk(lead, facts("P1"), working(works(60, 120))).until(minutes(200));

    assertThat(walk.pagedWhen()).containsExactly("carol " + minutes(90));
  }
}
