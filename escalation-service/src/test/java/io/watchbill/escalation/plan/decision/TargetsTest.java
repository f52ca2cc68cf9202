package io.watchbill.escalation.plan.decision;

import static io.watchbill.escalation.plan.Given.ALWAYS;
import static io.watchbill.escalation.plan.Given.T0;
import static io.watchbill.escalation.plan.Given.after;
import static io.watchbill.escalation.plan.Given.atOnce;
import static io.watchbill.escalation.plan.Given.facts;
import static io.watchbill.escalation.plan.Given.minutes;
import static io.watchbill.escalation.plan.Given.policy;
import static io.watchbill.escalation.plan.Given.step;
import static io.watchbill.escalation.plan.Steps.COMMANDER;
import static io.watchbill.escalation.plan.Steps.NEXT;
import static io.watchbill.escalation.plan.Steps.TEAM;
import static io.watchbill.escalation.plan.Steps.known;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.escalation.plan.Given;
import io.watchbill.escalation.plan.Walk;
import io.watchbill.escalation.plan.facts.Facts;
import io.watchbill.escalation.plan.shifts.CachedShift;
import io.watchbill.escalation.plan.shifts.CachedShifts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whom a step pages beside roles and persons. */
class TargetsTest {

  private static Facts commandedBy(String person) {
    Facts f = facts("P1");
    return known(f, f.traits().type(), f.traits().restricted(), Optional.of(person), Map.of());
  }

  @Test
  void nextOnCallAreTheFirstWhoAreNotOnCallNow() {
    CachedShift now = new CachedShift("primary", List.of("alice"), T0, minutes(30), null);
    CachedShift same = new CachedShift("primary", List.of("alice"), minutes(30), minutes(60), null);
    CachedShift then = new CachedShift("primary", List.of("bob"), minutes(60), minutes(90), null);

    Walk walk =
        new Walk(policy(step("next", atOnce(), NEXT)), facts("P1"), Given.shifts(then, now, same));
    walk.wake(minutes(1));

    assertThat(walk.paged()).containsExactly("bob");
    assertThat(walk.pages.getFirst().reason())
        .contains("next on call as primary of security from Mon 2 Mar 03:00 UTC");
  }

  @Test
  void withoutAnybodyElseThereIsNoNext() {
    Walk walk = Walk.of(policy(step("next", atOnce(), NEXT)), facts("P1")).wake(T0);

    assertThat(walk.outcomes.getFirst().reason())
        .contains("nobody else is known to come on call as primary of security");
  }

  @Test
  void aTeamIsEverybodyOnCallInItsRotations() {
    CachedShifts kept =
        new CachedShifts(
            Given.shifts().rotations(),
            Map.of("security", ALWAYS, "company", ALWAYS),
            Map.of(),
            Map.of("blue", List.of("company", "security")));

    Walk walk = new Walk(policy(step("all", atOnce(), TEAM)), facts("P1"), kept).wake(T0);

    assertThat(walk.paged()).containsExactlyInAnyOrder("lea", "alice", "bob", "carol");
  }

  @Test
  void aTeamWhoseRotationsAreNotKnownIsNotNobody() {
    Walk walk = Walk.of(policy(step("all", atOnce(), TEAM)), facts("P1")).wake(T0);

    assertThat(walk.outcomes).isEmpty();
    assertThat(walk.last().next().unknown()).isTrue();
  }

  @Test
  void theCommanderIsThePersonWhoCommandsWhenItIsDue() {
    Walk walk =
        Walk.of(policy(step("commander", after(Duration.ofMinutes(5)), COMMANDER)), facts("P1"));

    walk.wake(T0).with(commandedBy("dora")).wake(minutes(5));

    assertThat(walk.paged()).containsExactly("dora");
  }
}
