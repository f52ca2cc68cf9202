package io.watchbill.escalation.plan.decision;

import static io.watchbill.escalation.plan.Given.LEAD;
import static io.watchbill.escalation.plan.Given.PRIMARY;
import static io.watchbill.escalation.plan.Given.SECONDARY;
import static io.watchbill.escalation.plan.Given.T0;
import static io.watchbill.escalation.plan.Given.acknowledged;
import static io.watchbill.escalation.plan.Given.after;
import static io.watchbill.escalation.plan.Given.atOnce;
import static io.watchbill.escalation.plan.Given.changedAt;
import static io.watchbill.escalation.plan.Given.facts;
import static io.watchbill.escalation.plan.Given.guide;
import static io.watchbill.escalation.plan.Given.minutes;
import static io.watchbill.escalation.plan.Given.mutedUntil;
import static io.watchbill.escalation.plan.Given.policy;
import static io.watchbill.escalation.plan.Given.repeat;
import static io.watchbill.escalation.plan.Given.resolved;
import static io.watchbill.escalation.plan.Given.rotation;
import static io.watchbill.escalation.plan.Given.severities;
import static io.watchbill.escalation.plan.Given.shift;
import static io.watchbill.escalation.plan.Given.since;
import static io.watchbill.escalation.plan.Given.step;
import static io.watchbill.escalation.plan.Given.tagged;
import static io.watchbill.escalation.plan.Given.updatedAt;
import static io.watchbill.escalation.plan.Given.whileOpen;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.escalation.plan.Given;
import io.watchbill.escalation.plan.Walk;
import io.watchbill.escalation.plan.decision.Outcome.Kind;
import io.watchbill.escalation.plan.policy.Policy;
import io.watchbill.escalation.plan.policy.Since;
import io.watchbill.escalation.plan.progress.AlarmKind;
import io.watchbill.escalation.plan.shifts.CachedRotation;
import io.watchbill.escalation.plan.shifts.CachedShift;
import io.watchbill.escalation.plan.shifts.CachedShifts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeciderTest {

  private static final Duration HALF_HOUR = Duration.ofMinutes(30);

  @Test
  void aStepWhoseConditionIsNotMetStaysUndecided() {
    Walk walk = Walk.of(policy(severities(step("lead", atOnce(), LEAD), "P0")), facts("P2"));

    walk.wake(minutes(5));

    assertThat(walk.outcomes).isEmpty();
    assertThat(walk.last().waiting())
        .singleElement()
        .extracting(Waiting::reason)
        .isEqualTo("severity P2 is not one of [P0]");
  }

  @Test
  void aConditionMetLatePagesAtOnceAndIsDueThen() {
    Policy lead = policy(severities(step("lead", atOnce(), LEAD), "P0"));
    Walk walk = Walk.of(lead, facts("P2")).wake(T0);

    walk.with(changedAt(facts("P0"), minutes(7))).wake(minutes(7));

    assertThat(walk.pagedWhen()).containsExactly("carol " + minutes(7));
  }

  @Test
  void aTagThatComesLaterPagesItsStep() {
    Policy tag = policy(tagged(step("lead", atOnce(), LEAD), "ransomware"));
    Walk walk = Walk.of(tag, facts("P1")).wake(T0);

    walk.with(facts("P1", "ransomware", "other")).wake(minutes(1));

    assertThat(walk.paged()).containsExactly("carol");
  }

  @Test
  void theConditionIsJudgedAtTheDueInstantNotBefore() {
    Policy later = policy(severities(step("lead", after(HALF_HOUR), LEAD), "P0"));
    Walk walk = Walk.of(later, facts("P0")).wake(T0);

    walk.with(facts("P2")).wake(minutes(30));

    assertThat(walk.pages).isEmpty();
  }

  @Test
  void repetitionsAreDueFromTheAnchorHoweverLateTheTurnComes() {
    Policy hourly = policy(repeat(step("again", atOnce(), PRIMARY), HALF_HOUR, 3));
    Walk walk = Walk.of(hourly, facts("P1"));

    walk.wake(minutes(2)).wake(minutes(33)).wake(minutes(61)).wake(minutes(99));

    assertThat(walk.pagedWhen())
        .containsExactly(
            "alice " + T0, "alice " + minutes(30), "alice " + minutes(60), "alice " + minutes(90));
  }

  @Test
  void anAcknowledgedBranchSkipsWhatFallsDue() {
    Walk walk = Walk.of(guide(), facts("P1")).wake(T0);

    walk.with(acknowledged(facts("P1"), "main", true)).until(minutes(15));

    assertThat(walk.outcomes)
        .last()
        .extracting(Outcome::kind, Outcome::reason)
        .containsExactly(Kind.SKIPPED, "acknowledged by alice (Mon 2 Mar 02:00 UTC)");
  }

  @Test
  void anUnconfirmedAcknowledgementHoldsWhatFallsDue() {
    Walk walk = Walk.of(guide(), facts("P1")).wake(T0);

    walk.with(acknowledged(facts("P1"), "main", false)).wake(minutes(15));

    assertThat(walk.paged()).containsExactly("alice");
    assertThat(walk.outcomes).hasSize(1);
  }

  @Test
  void aRefusedAcknowledgementResumesPagingWhereItStood() {
    Walk walk = Walk.of(guide(), facts("P1")).wake(T0);
    walk.with(acknowledged(facts("P1"), "main", false)).wake(minutes(16));

    walk.with(facts("P1")).wake(minutes(17));

    assertThat(walk.pagedWhen()).containsExactly("alice " + T0, "bob " + minutes(15));
  }

  @Test
  void nobodyIsPagedWhileTheIncidentIsMuted() {
    Walk walk = Walk.of(guide(), mutedUntil(facts("P1"), minutes(40))).until(minutes(39));

    assertThat(walk.pages).isEmpty();
    assertThat(walk.last().next().due()).contains(minutes(40));
  }

  @Test
  void whatFellDueWhileMutedIsPagedAtItsEnd() {
    Walk walk = Walk.of(guide(), mutedUntil(facts("P1"), minutes(40))).until(minutes(40));

    assertThat(walk.pagedWhen()).containsExactly("alice " + minutes(40), "bob " + minutes(40));
  }

  @Test
  void resolvedEndsEverythingWithItsReason() {
    Walk walk = Walk.of(guide(), facts("P1")).wake(T0);

    walk.with(resolved(facts("P1"))).wake(minutes(3));

    assertThat(walk.last().end()).contains("the incident is resolved");
    assertThat(walk.last().outcomes())
        .hasSize(4)
        .allSatisfy(outcome -> assertThat(outcome.kind()).isEqualTo(Kind.NOT_TAKEN));
    assertThat(walk.last().outcomes().getFirst().reason())
        .isEqualTo("the incident is resolved; severity P1 is not one of [P0]");
  }

  @Test
  void previousStepCountsFromTheDueInstantOfTheOneBefore() {
    Policy chain =
        policy(
            step("one", after(HALF_HOUR), PRIMARY),
            since(step("two", after(HALF_HOUR), SECONDARY), Since.PREVIOUS_STEP));
    Walk walk = Walk.of(chain, facts("P1")).wake(minutes(31)).wake(minutes(60));

    assertThat(walk.pagedWhen()).containsExactly("alice " + minutes(30), "bob " + minutes(60));
  }

  @Test
  void anUpdateMovesAStepThatCountsFromIt() {
    Policy stale =
        policy(since(whileOpen(step("stale", after(HALF_HOUR), LEAD)), Since.LAST_UPDATE));
    Walk walk = Walk.of(stale, updatedAt(facts("P1"), T0)).wake(T0);

    walk.with(updatedAt(facts("P1"), minutes(20))).until(minutes(50));

    assertThat(walk.pagedWhen()).containsExactly("carol " + minutes(50));
  }

  @Test
  void nobodyOnCallIsSkippedWithItsReasonAndAlarms() {
    CachedShifts empty = new CachedShifts(Map.of("security", rotation()));
    Walk walk = new Walk(policy(step("one", atOnce(), PRIMARY)), facts("P1"), empty).wake(T0);

    assertThat(walk.outcomes.getFirst().reason())
        .isEqualTo("nobody is on call as primary of security; step “one”, immediately");
    assertThat(walk.alarms).extracting(AlarmOrder::kind).containsExactly(AlarmKind.NOBODY_ON_CALL);
  }

  @Test
  void nobodyOnCallIsNoAlarmWhenAnotherStepPagedSomebody() {
    CachedShifts lead = new CachedShifts(Map.of("security", rotation(shift("lead", "carol"))));
    Walk walk = new Walk(guide(), facts("P0"), lead).wake(T0);

    assertThat(walk.paged()).containsExactly("carol");
    assertThat(walk.alarms).isEmpty();
  }

  @Test
  void aRotationThatDoesNotExistIsNobody() {
    CachedShifts missing = new CachedShifts(Map.of("security", new CachedRotation.Missing()));
    Walk walk = new Walk(policy(step("one", atOnce(), PRIMARY)), facts("P1"), missing).wake(T0);

    assertThat(walk.outcomes.getFirst().reason()).contains("rotation security does not exist");
  }

  @Test
  void unknownIsNotNobody() {
    Policy one = policy(step("one", atOnce(), PRIMARY));
    Walk walk = new Walk(one, facts("P1"), CachedShifts.NONE).wake(T0).wake(T0.plusSeconds(29));

    assertThat(walk.outcomes).isEmpty();
    assertThat(walk.alarms).isEmpty();
    assertThat(walk.last().next().unknown()).isTrue();
  }

  @Test
  void unknownForHalfAMinuteAlarmsOnceAndGoesOnWaiting() {
    Policy one = policy(step("one", atOnce(), PRIMARY));
    Walk walk = new Walk(one, facts("P1"), CachedShifts.NONE).until(T0.plusSeconds(60));

    assertThat(walk.alarms).extracting(AlarmOrder::kind).containsExactly(AlarmKind.UNKNOWN_ON_CALL);
    assertThat(walk.outcomes).isEmpty();
  }

  @Test
  void whoIsKnownIsPagedWithoutWaitingForWhoIsUnknown() {
    Policy both = policy(step("both", atOnce(), Given.LEGAL, PRIMARY));
    CachedShifts half = new CachedShifts(Map.of("security", rotation(shift("primary", "alice"))));
    Walk walk = new Walk(both, facts("P1"), half).wake(T0).wake(T0.plusSeconds(5));

    assertThat(walk.paged()).containsExactly("alice");
    assertThat(walk.outcomes).isEmpty();
  }

  @Test
  void onePersonInTwoRolesIsPagedOnceByAStep() {
    CachedShifts twice =
        new CachedShifts(
            Map.of("security", rotation(shift("primary", "carol"), shift("lead", "carol"))));
    Walk walk = new Walk(policy(step("both", atOnce(), PRIMARY, LEAD)), facts("P1"), twice);

    walk.wake(T0);

    assertThat(walk.paged()).containsExactly("carol");
  }

  @Test
  void theNextPassBeginsOneSlaAfterTheLastStep() {
    Policy twice = policy(2, step("one", atOnce(), PRIMARY), step("two", after(HALF_HOUR), LEAD));
    Walk walk = Walk.of(twice, facts("P1")).until(minutes(75));

    assertThat(walk.pagedWhen())
        .containsExactly(
            "alice " + T0, "carol " + minutes(30), "alice " + minutes(45), "carol " + minutes(75));
  }

  @Test
  void aPolicyThatEndsUnacknowledgedAlarmsOnce() {
    Walk walk = Walk.of(policy(2, step("one", atOnce(), PRIMARY)), facts("P1")).until(minutes(200));

    assertThat(walk.alarms)
        .extracting(AlarmOrder::kind)
        .containsExactly(AlarmKind.ENDED_UNACKNOWLEDGED);
    assertThat(walk.paged()).containsExactly("alice", "alice");
  }

  @Test
  void anIncidentThatNoStepIsForEndsUnacknowledgedToo() {
    Policy p0 = policy(severities(step("lead", atOnce(), LEAD), "P0"));
    Walk walk = Walk.of(p0, facts("P2")).until(minutes(15));

    assertThat(walk.alarms)
        .extracting(AlarmOrder::kind)
        .containsExactly(AlarmKind.ENDED_UNACKNOWLEDGED);
  }

  @Test
  void aStepMadePossibleAfterTheEndIsStillTaken() {
    Policy p0 = policy(severities(step("lead", atOnce(), LEAD), "P0"));
    Walk walk = Walk.of(p0, facts("P2")).until(minutes(20));

    walk.with(changedAt(facts("P0"), minutes(21))).wake(minutes(21));

    assertThat(walk.pagedWhen()).containsExactly("carol " + minutes(21));
  }

  @Test
  void anAcknowledgedBranchBeginsNoPass() {
    Policy twice = policy(2, step("one", atOnce(), PRIMARY));
    Walk walk = Walk.of(twice, facts("P1")).wake(T0);

    walk.with(acknowledged(facts("P1"), "main", true)).until(minutes(100));

    assertThat(walk.paged()).containsExactly("alice");
    assertThat(walk.alarms).isEmpty();
  }

  @Test
  void whoIsOnCallIsReadAtTheInstantOfThePage() {
    CachedShift first = new CachedShift("primary", List.of("alice"), T0, minutes(30), null);
    CachedShift second = new CachedShift("primary", List.of("bob"), minutes(30), minutes(60), null);
    CachedShifts handover = new CachedShifts(Map.of("security", rotation(first, second)));
    Policy again = policy(repeat(step("again", atOnce(), PRIMARY), HALF_HOUR, 1));

    Walk walk = new Walk(again, facts("P1"), handover).until(minutes(30));

    assertThat(walk.paged()).containsExactly("alice", "bob");
  }
}
