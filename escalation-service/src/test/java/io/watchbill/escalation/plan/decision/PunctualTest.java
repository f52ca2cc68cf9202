package io.watchbill.escalation.plan.decision;

import static io.watchbill.escalation.plan.Given.PRIMARY;
import static io.watchbill.escalation.plan.Given.T0;
import static io.watchbill.escalation.plan.Given.after;
import static io.watchbill.escalation.plan.Given.atOnce;
import static io.watchbill.escalation.plan.Given.facts;
import static io.watchbill.escalation.plan.Given.minutes;
import static io.watchbill.escalation.plan.Given.policy;
import static io.watchbill.escalation.plan.Given.repeat;
import static io.watchbill.escalation.plan.Given.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.escalation.plan.Given;
import io.watchbill.escalation.plan.Walk;
import io.watchbill.escalation.plan.facts.Anchors;
import io.watchbill.escalation.plan.facts.Facts;
import io.watchbill.escalation.plan.facts.Traits;
import io.watchbill.escalation.plan.policy.Policy;
import io.watchbill.escalation.plan.policy.Target;
import io.watchbill.escalation.plan.progress.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is due counts from its anchor, never from when somebody came to look. */
class PunctualTest {
  private static final Target BOB = new Target.Person("bob");
  private static final Target CAROL = new Target.Person("carol");

  @Test
  void afterFiftyRepetitionsTheLastIsDueAtTheAnchorPlusFiftyIntervalsToTheMicrosecond() {
    Instant anchor = T0.plusNanos(123_457_000);
    Duration every = Duration.ofSeconds(61).plusNanos(7_001_000);
    Policy policy = policy(repeat(step("primary", atOnce(), PRIMARY), every, 50));
    Facts facts = anchoredAt(anchor);
    Random lateness = new Random(50);

    Progress progress = Progress.start(policy, anchor);
    EscalationDecision last = Decider.decide(policy, progress, facts, Given.shifts(), anchor);
    Instant due = null;
    for (int turn = 0; turn < 50; turn++) {
      Instant late = last.next().due().orElseThrow().plusMillis(lateness.nextInt(5_000));
      last = Decider.decide(policy, last.progress(), facts, Given.shifts(), late);
      assertThat(last.orders().pages()).hasSize(1);
      due = last.orders().pages().getFirst().due();
    }

    assertThat(due).isEqualTo(anchor.plus(every.multipliedBy(50)));
  }

  @Test
  void theSecondPersonIsPagedExactlyHalfAnHourAfterTheTrigger() {
    Policy policy =
        policy(
            step("first", atOnce(), PRIMARY),
            step("second", after(Duration.ofMinutes(30)), BOB),
            step("third", after(Duration.ofMinutes(60)), CAROL));

    Walk walk = Walk.of(policy, facts("P2")).until(minutes(61));

    assertThat(walk.pagedWhen())
        .containsExactly("alice " + T0, "bob " + minutes(30), "carol " + minutes(60));
  }

  @Test
  void aStepThatPagesNobodyHoldsUpNoneBehindIt() {
    Policy policy =
        policy(
            step("first", after(Duration.ofMinutes(30)), new Target.RoleOf("security", "nobody")),
            step("second", after(Duration.ofMinutes(60)), BOB));

    Walk walk = Walk.of(policy, facts("P2")).until(minutes(61));

    assertThat(walk.pagedWhen()).containsExactly("bob " + minutes(60));
  }

  @Test
  void aClockThatJumpsBackNeitherRepeatsNorUndoes() {
    Policy policy = policy(repeat(step("primary", atOnce(), PRIMARY), Duration.ofMinutes(5), 10));
    Walk walk = Walk.of(policy, facts("P2")).until(minutes(6));
    List<String> before = walk.paged();

    walk.wake(minutes(-600)).wake(T0).wake(minutes(5));

    assertThat(walk.paged()).isEqualTo(before);
    assertThat(walk.progress().decidedAt()).isEqualTo(minutes(6));
    assertThat(walk.last().next().due()).contains(minutes(10));
  }

  @Test
  void aClockThatJumpsAheadPagesOnceAndGoesOnInTime() {
    Policy policy = policy(repeat(step("primary", atOnce(), PRIMARY), Duration.ofMinutes(5), 100));
    Walk walk = Walk.of(policy, facts("P2")).wake(T0);

    walk.wake(minutes(62));

    assertThat(walk.paged()).hasSize(2);
    assertThat(walk.last().next().due()).contains(minutes(65));
  }

  private static Facts anchoredAt(Instant anchor) {
    return new Facts(
        false,
        new Traits("P2", Set.of(), Optional.empty(), false, Optional.empty()),
        new Anchors(anchor, null, null),
        Map.of(),
        Optional.of(Given.SLA),
        Optional.empty(),
        Optional.empty());
  }
}
