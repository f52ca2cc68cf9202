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
import static io.watchbill.escalation.plan.Given.minutes;
import static io.watchbill.escalation.plan.Given.mutedUntil;
import static io.watchbill.escalation.plan.Given.policy;
import static io.watchbill.escalation.plan.Given.repeat;
import static io.watchbill.escalation.plan.Given.rotation;
import static io.watchbill.escalation.plan.Given.severities;
import static io.watchbill.escalation.plan.Given.since;
import static io.watchbill.escalation.plan.Given.step;
import static io.watchbill.escalation.plan.Given.updatedAt;
import static io.watchbill.escalation.plan.Given.whileOpen;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.escalation.plan.Given;
import io.watchbill.escalation.plan.Walk;
import io.watchbill.escalation.plan.decision.Outcome.Kind;
import io.watchbill.escalation.plan.policy.Policy;
import io.watchbill.escalation.plan.policy.Since;
import io.watchbill.escalation.plan.progress.AlarmKind;
import io.watchbill.escalation.plan.rehearsal.Rehearsal;
import io.watchbill.escalation.plan.shifts.CachedShift;
import io.watchbill.escalation.plan.shifts.CachedShifts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What was missed while nothing could be decided is made up for: nobody is called less often. */
class MissedTest {
  private static final Duration FIVE = Duration.ofMinutes(5);
  private static final Policy THREE_CALLS =
      policy(repeat(step("primary", atOnce(), PRIMARY), FIVE, 2));

  @Test
  void threeCallsThatWereMissedAreMadeFromNowOnAtTheirInterval() {
    Walk walk = Walk.of(THREE_CALLS, facts("P1")).wake(minutes(17)).until(minutes(60));

    assertThat(walk.takenAt).containsExactly(minutes(17), minutes(22), minutes(27));
    assertThat(walk.pagedWhen())
        .containsExactly("alice " + T0, "alice " + minutes(22), "alice " + minutes(27));
    assertThat(walk.outcomes).extracting(Outcome::kind).containsOnly(Kind.PAGED);
  }

  @Test
  void theFirstCallIsNotRepeatedWhenTheOthersWereMissed() {
    Walk walk = Walk.of(THREE_CALLS, facts("P1")).wake(T0);

    walk.wake(minutes(17)).until(minutes(60));

    assertThat(walk.takenAt).containsExactly(T0, minutes(17), minutes(22));
  }

  @Test
  void whatIsNotOverdueStaysWhereItIsAndWhatWasMissedFollowsBehind() {
    Policy five = policy(repeat(step("primary", atOnce(), PRIMARY), FIVE, 4));
    Walk walk = Walk.of(five, facts("P1")).wake(minutes(11)).until(minutes(90));

    assertThat(walk.takenAt)
        .containsExactly(minutes(11), minutes(15), minutes(20), minutes(25), minutes(30));
  }

  @Test
  void aSecondOutageTakesNothingAwayEither() {
    Walk walk = Walk.of(THREE_CALLS, facts("P1")).wake(minutes(17));

    walk.wake(minutes(40)).until(minutes(90));

    assertThat(walk.takenAt).containsExactly(minutes(17), minutes(40), minutes(45));
  }

  @Test
  void anAcknowledgementEndsWhatWouldFollow() {
    Walk walk = Walk.of(THREE_CALLS, facts("P1")).wake(minutes(17));

    walk.with(acknowledged(facts("P1"), "main", true)).until(minutes(60));

    assertThat(walk.takenAt).containsExactly(minutes(17));
    assertThat(walk.outcomes)
        .extracting(Outcome::kind)
        .containsExactly(Kind.PAGED, Kind.SKIPPED, Kind.SKIPPED);
  }

  @Test
  void anAcknowledgementDuringTheOutageLeavesNothingToFollow() {
    Walk walk = Walk.of(THREE_CALLS, acknowledged(facts("P1"), "main", true)).wake(minutes(17));

    assertThat(walk.outcomes)
        .extracting(Outcome::kind)
        .containsExactly(Kind.SKIPPED, Kind.SKIPPED, Kind.SKIPPED);
  }

  @Test
  void whatAMuteHeldBackIsMadeUpForFromItsEnd() {
    Walk walk = Walk.of(THREE_CALLS, mutedUntil(facts("P1"), minutes(40))).until(minutes(60));

    assertThat(walk.takenAt).containsExactly(minutes(40), minutes(45), minutes(50));
  }

  @Test
  void whatARefusedAcknowledgementHeldBackIsMadeUpForFromItsRefusal() {
    Walk walk = Walk.of(THREE_CALLS, facts("P1")).wake(T0);
    walk.with(acknowledged(facts("P1"), "main", false)).wake(minutes(12));

    walk.with(facts("P1")).wake(minutes(18)).until(minutes(60));

    assertThat(walk.takenAt).containsExactly(T0, minutes(18), minutes(23));
  }

  @Test
  void whatAConditionHeldBackCountsFromTheChangeThatMetItHoweverLateTheTurn() {
    Policy lead = policy(severities(repeat(step("lead", atOnce(), LEAD), FIVE, 2), "P0"));
    Walk walk = Walk.of(lead, facts("P0")).wake(T0);
    walk.with(facts("P2")).wake(minutes(12));

    walk.with(changedAt(facts("P0"), minutes(13))).wake(minutes(14)).until(minutes(60));

    assertThat(walk.pagedWhen())
        .containsExactly("carol " + T0, "carol " + minutes(13), "carol " + minutes(18));
  }

  @Test
  void whoWasNotOnCallAfterTheOutageIsTriedAgainAtTheInterval() {
    CachedShift later = new CachedShift("primary", List.of("bob"), minutes(20), minutes(900), null);
    CachedShifts shifts = new CachedShifts(Map.of("security", rotation(later)));
    Walk walk = new Walk(THREE_CALLS, facts("P1"), shifts).wake(minutes(17)).until(minutes(60));

    assertThat(walk.pagedWhen()).containsExactly("bob " + minutes(22), "bob " + minutes(27));
    assertThat(walk.outcomes)
        .extracting(Outcome::kind)
        .containsExactly(Kind.SKIPPED, Kind.PAGED, Kind.PAGED);
  }

  @Test
  void theStepAfterCountsFromWhenTheOneBeforeWasFirstDue() {
    Policy chain =
        policy(
            repeat(step("one", atOnce(), PRIMARY), FIVE, 2),
            since(step("two", after(Duration.ofMinutes(30)), SECONDARY), Since.PREVIOUS_STEP));
    Walk walk = Walk.of(chain, facts("P1")).wake(minutes(17)).until(minutes(60));

    assertThat(walk.pagedWhen()).last().isEqualTo("bob " + minutes(30));
  }

  @Test
  void anUpdateMovesWhatWouldFollow() {
    Policy stale =
        policy(
            since(whileOpen(repeat(step("stale", after(FIVE), LEAD), FIVE, 2)), Since.LAST_UPDATE));
    Walk walk = Walk.of(stale, updatedAt(facts("P1"), T0)).wake(minutes(17));

    walk.with(updatedAt(facts("P1"), minutes(21))).until(minutes(60));

    assertThat(walk.takenAt).containsExactly(minutes(17), minutes(31), minutes(36));
  }

  @Test
  void theWholePolicyIsRunAgainOneSlaAfterItWasMadeUpFor() {
    Policy twice = policy(2, step("one", atOnce(), PRIMARY));
    Walk walk = Walk.of(twice, facts("P1")).wake(minutes(100)).until(minutes(200));

    assertThat(walk.takenAt).containsExactly(minutes(100), minutes(115));
    assertThat(walk.alarms)
        .extracting(AlarmOrder::kind)
        .containsExactly(AlarmKind.ENDED_UNACKNOWLEDGED);
  }

  @Test
  void theLastPassIsHeardBeforeItHasEndedUnacknowledged() {
    Policy once = policy(step("one", atOnce(), PRIMARY));
    Walk walk = Walk.of(once, facts("P1")).wake(minutes(100));

    assertThat(walk.alarms).isEmpty();
    assertThat(walk.last().next().due()).contains(minutes(115));
  }

  @Test
  void aPassThatWasMissedAsAWholeIsRunOnceNow() {
    Policy thrice = policy(3, step("one", atOnce(), PRIMARY));
    Walk walk = Walk.of(thrice, facts("P1")).wake(T0);

    walk.wake(minutes(50)).until(minutes(200));

    assertThat(walk.takenAt).containsExactly(T0, minutes(50), minutes(65));
  }

  @Test
  void aDryRunShowsWhatFollowsAfterAChange() {
    Policy lead = policy(severities(repeat(step("lead", atOnce(), LEAD), FIVE, 2), "P0"));
    List<Rehearsal.Change> changes =
        List.of(
            new Rehearsal.Change(T0, facts("P0")),
            new Rehearsal.Change(minutes(1), changedAt(facts("P2"), minutes(1))),
            new Rehearsal.Change(minutes(17), changedAt(facts("P0"), minutes(17))));

    List<Instant> pages =
        Rehearsal.walk(lead, changes, Given.shifts(), T0, Duration.ofHours(1)).stream()
            .flatMap(turn -> turn.decision().orders().pages().stream())
            .map(PageOrder::due)
            .toList();

    assertThat(pages).containsExactly(T0, minutes(17), minutes(22));
  }
}
