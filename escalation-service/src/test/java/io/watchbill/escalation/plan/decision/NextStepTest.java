package io.watchbill.escalation.plan.decision;

import static io.watchbill.escalation.plan.Given.LEAD;
import static io.watchbill.escalation.plan.Given.PRIMARY;
import static io.watchbill.escalation.plan.Given.SECONDARY;
import static io.watchbill.escalation.plan.Given.T0;
import static io.watchbill.escalation.plan.Given.after;
import static io.watchbill.escalation.plan.Given.atOnce;
import static io.watchbill.escalation.plan.Given.branch;
import static io.watchbill.escalation.plan.Given.facts;
import static io.watchbill.escalation.plan.Given.minutes;
import static io.watchbill.escalation.plan.Given.policy;
import static io.watchbill.escalation.plan.Given.repeat;
import static io.watchbill.escalation.plan.Given.severities;
import static io.watchbill.escalation.plan.Given.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.escalation.plan.Given;
import io.watchbill.escalation.plan.Walk;
import io.watchbill.escalation.plan.facts.Facts;
import io.watchbill.escalation.plan.policy.Policy;
import io.watchbill.escalation.plan.policy.Target;
import io.watchbill.escalation.plan.policy.While;
import io.watchbill.escalation.plan.progress.StepProgress;
import io.watchbill.escalation.plan.shifts.CachedShifts;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Somebody escalates: the next step is taken before its hour. */
class NextStepTest {
  private static final String WHY = "escalated by alice, out of depth";
  private static final Policy LEVELS =
      policy(
          step("primary", atOnce(), PRIMARY),
          step("lead", after(Duration.ofMinutes(60)), LEAD),
          step("secondary", after(Duration.ofMinutes(30)), SECONDARY));

  private static Optional<EscalationDecision> escalate(Policy policy, Walk walk, Facts facts) {
    return Decider.escalate(
        policy, walk.progress(), facts, Given.shifts(), walk.progress().decidedAt(), WHY);
  }

  @Test
  void theEarliestStepThatWasNotTakenIsTakenNow() {
    Walk walk = Walk.of(LEVELS, facts("P1")).wake(T0).wake(minutes(2));

    EscalationDecision decision = escalate(LEVELS, walk, facts("P1")).orElseThrow();

    assertThat(decision.orders().pages())
        .extracting(page -> page.step().name(), PageOrder::due)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("secondary", minutes(2)));
    assertThat(decision.orders().pages().getFirst().reason())
        .startsWith(WHY + ": on call as secondary of security");
    assertThat(decision.next().due()).contains(minutes(60));
  }

  @Test
  void whatWasTakenBeforeItsHourIsNotTakenAgainAtIt() {
    Walk walk = Walk.of(LEVELS, facts("P1")).wake(T0);
    EscalationDecision decision = escalate(LEVELS, walk, facts("P1")).orElseThrow();

    EscalationDecision later =
        Decider.decide(LEVELS, decision.progress(), facts("P1"), Given.shifts(), minutes(30));

    assertThat(later.orders().pages()).isEmpty();
  }

  @Test
  void anAcknowledgedIncidentIsEscalatedAllTheSameAndThePageIsNotDropped() {
    Facts acknowledged = Given.acknowledged(facts("P1"), "main", true);
    Walk walk = Walk.of(LEVELS, facts("P1")).wake(T0);

    EscalationDecision decision = escalate(LEVELS, walk, acknowledged).orElseThrow();

    assertThat(decision.orders().pages())
        .extracting(page -> page.step().during())
        .containsExactly(While.OPEN);
  }

  @Test
  void aSeverityThatEscalatesNothingByItselfIsEscalatedByHand() {
    Policy p1Only =
        policy(
            step("primary", atOnce(), PRIMARY),
            severities(step("secondary", after(Duration.ofMinutes(30)), SECONDARY), "P1"));
    Walk walk = Walk.of(p1Only, facts("P2")).until(minutes(10));
    assertThat(walk.paged()).containsExactly("alice");

    assertThat(escalate(p1Only, walk, facts("P2")).orElseThrow().orders().pages())
        .extracting(page -> page.step().name())
        .containsExactly("secondary");
  }

  @Test
  void aStepWhoseConditionIsMetGoesBeforeAnEarlierOneWhoseIsNot() {
    Policy guide = Given.guide();
    Walk walk = Walk.of(guide, facts("P1")).wake(T0);

    assertThat(escalate(guide, walk, facts("P1")).orElseThrow().orders().pages())
        .extracting(page -> page.step().name())
        .containsExactly("secondary");
  }

  @Test
  void aStepThatFindsNobodyIsPassedOverAndKeepsItsHour() {
    Policy gap =
        policy(
            step("primary", atOnce(), PRIMARY),
            step("nobody", after(Duration.ofMinutes(10)), new Target.RoleOf("security", "nobody")),
            step("lead", after(Duration.ofMinutes(60)), LEAD));
    Walk walk = Walk.of(gap, facts("P1")).wake(T0);

    EscalationDecision decision = escalate(gap, walk, facts("P1")).orElseThrow();

    assertThat(decision.orders().pages())
        .extracting(page -> page.step().name())
        .containsExactly("lead");
    assertThat(decision.progress().steps().get(1)).isEqualTo(StepProgress.NEW);
    assertThat(decision.next().due()).contains(minutes(10));
  }

  @Test
  void unknownPagesNobodyAndRaisesNoAlarm() {
    Walk walk = Walk.of(LEVELS, facts("P1")).wake(T0);

    assertThat(
            Decider.escalate(
                LEVELS, walk.progress(), facts("P1"), new CachedShifts(Map.of()), minutes(5), WHY))
        .isEmpty();
  }

  @Test
  void anotherBranchIsNotTheNextStep() {
    Policy twoBranches =
        policy(
            step("primary", atOnce(), PRIMARY),
            branch(step("legal", after(Duration.ofMinutes(5)), LEAD), "legal"));
    Walk walk = Walk.of(twoBranches, facts("P1")).wake(T0);

    assertThat(escalate(twoBranches, walk, facts("P1"))).isEmpty();
  }

  @Test
  void theRepetitionsOfAStepThatWasTakenEarlyCountFromThen() {
    Policy repeating =
        policy(
            step("primary", atOnce(), PRIMARY),
            repeat(step("lead", after(Duration.ofMinutes(60)), LEAD), Duration.ofMinutes(5), 2));
    Walk walk = Walk.of(repeating, facts("P1")).wake(T0).wake(minutes(2));

    EscalationDecision decision = escalate(repeating, walk, facts("P1")).orElseThrow();

    assertThat(decision.next().due()).contains(minutes(7));
  }
}
