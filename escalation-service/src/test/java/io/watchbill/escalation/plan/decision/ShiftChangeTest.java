package io.watchbill.escalation.plan.decision;

import static io.watchbill.escalation.plan.Given.PRIMARY;
import static io.watchbill.escalation.plan.Given.T0;
import static io.watchbill.escalation.plan.Given.atOnce;
import static io.watchbill.escalation.plan.Given.facts;
import static io.watchbill.escalation.plan.Given.minutes;
import static io.watchbill.escalation.plan.Given.policy;
import static io.watchbill.escalation.plan.Given.repeat;
import static io.watchbill.escalation.plan.Given.severities;
import static io.watchbill.escalation.plan.Given.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.escalation.plan.Given;
import io.watchbill.escalation.plan.Walk;
import io.watchbill.escalation.plan.facts.Branch;
import io.watchbill.escalation.plan.policy.Policy;
import io.watchbill.escalation.plan.policy.Target;
import io.watchbill.escalation.plan.shifts.CachedShift;
import io.watchbill.escalation.plan.shifts.CachedShifts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Unacknowledged pages move to the person who takes over the shift. */
class ShiftChangeTest {
  private static final Instant HANDOVER = minutes(10);

  private final Policy policy = policy(step("primary", atOnce(), PRIMARY));

  private static CachedShift shift(String person, Instant start, Instant end) {
    return new CachedShift("primary", List.of(person), start, end, null);
  }

  private static CachedShifts aliceThenBob() {
    return kept(shift("alice", minutes(-60), HANDOVER), shift("bob", HANDOVER, minutes(900)));
  }

  private static CachedShifts kept(CachedShift... shifts) {
    return new CachedShifts(Map.of("security", Given.rotation(shifts)));
  }

  private Walk walk(CachedShifts shifts) {
    return new Walk(policy, facts("P1"), shifts);
  }

  @Test
  void whoTakesOverIsPagedAtTheHandoverWithTheReason() {
    Walk walk = walk(aliceThenBob()).until(minutes(12));

    assertThat(walk.pagedWhen()).containsExactly("alice " + T0, "bob " + HANDOVER);
    assertThat(walk.pages.getLast().reason())
        .startsWith("bob took over the shift from alice: on call as primary of security");
  }

  @Test
  void whoHandsOverIsPagedNoMore() {
    Walk walk = walk(aliceThenBob()).until(minutes(12));

    assertThat(walk.takeovers)
        .containsExactly(
            new Takeover(Branch.MAIN, "security", "primary", List.of("alice"), List.of("bob")));
  }

  @Test
  void theNextDecisionIsAtTheHandover() {
    Walk walk = walk(aliceThenBob()).wake(T0);

    assertThat(walk.last().next().due()).contains(HANDOVER);
  }

  @Test
  void acknowledgedPagesStay() {
    Walk walk = walk(aliceThenBob()).wake(T0);

    walk.with(Given.acknowledged(facts("P1"), "main", true)).until(minutes(30));

    assertThat(walk.paged()).containsExactly("alice");
    assertThat(walk.takeovers).isEmpty();
  }

  @Test
  void anAcknowledgementThatIsRefusedAfterTheHandoverMovesThePageThen() {
    Walk walk = walk(aliceThenBob()).wake(T0);
    walk.with(Given.acknowledged(facts("P1"), "main", false)).until(minutes(11));
    assertThat(walk.paged()).containsExactly("alice");

    walk.with(facts("P1")).wake(minutes(12));

    assertThat(walk.paged()).containsExactly("alice", "bob");
  }

  @Test
  void whereNobodyTakesOverThePersonPagedKeepsItUntilSomebodyDoes() {
    Walk walk =
        walk(kept(shift("alice", minutes(-60), HANDOVER), shift("bob", minutes(14), minutes(900))));

    walk.until(minutes(13));
    assertThat(walk.paged()).containsExactly("alice");
    walk.until(minutes(14));

    assertThat(walk.pagedWhen()).containsExactly("alice " + T0, "bob " + minutes(14));
  }

  @Test
  void unknownIsNobodyNew() {
    Walk walk = walk(aliceThenBob()).wake(T0);

    EscalationDecision later =
        Decider.decide(policy, walk.progress(), facts("P1"), CachedShifts.NONE, HANDOVER);

    assertThat(later.orders().pages()).isEmpty();
    assertThat(later.orders().takeovers()).isEmpty();
  }

  @Test
  void whoStaysOnCallIsPagedOnce() {
    Walk walk =
        walk(kept(shift("alice", minutes(-60), HANDOVER), shift("alice", HANDOVER, minutes(900))));

    walk.until(minutes(14));

    assertThat(walk.paged()).containsExactly("alice");
  }

  @Test
  void whoJoinsIsPagedAndWhoStaysGoesOn() {
    Walk walk =
        walk(
            kept(shift("alice", minutes(-60), minutes(900)), shift("bob", HANDOVER, minutes(900))));

    walk.until(minutes(14));

    assertThat(walk.paged()).containsExactly("alice", "bob");
    assertThat(walk.pages.getLast().reason()).startsWith("bob joined the shift: ");
    assertThat(walk.takeovers).isEmpty();
  }

  @Test
  void aRepetitionAtTheHandoverPagesTheNewOneOnceAndTheOldOneNoMore() {
    Policy repeating =
        policy(repeat(step("primary", atOnce(), PRIMARY), Duration.ofMinutes(10), 3));
    Walk walk = new Walk(repeating, facts("P1"), aliceThenBob()).until(minutes(21));

    assertThat(walk.pagedWhen())
        .containsExactly("alice " + T0, "bob " + HANDOVER, "bob " + minutes(20));
    assertThat(walk.takeovers).hasSize(1);
  }

  @Test
  void aStepWhoseConditionHoldsNoMoreIsNotHandedOver() {
    Policy p1Only = policy(severities(step("primary", atOnce(), PRIMARY), "P1"));
    Walk walk = new Walk(p1Only, facts("P1"), aliceThenBob()).wake(T0);

    walk.with(facts("P3")).until(minutes(12));

    assertThat(walk.paged()).containsExactly("alice");
  }

  @Test
  void aQuietIncidentIsHandedOverAtTheEndOfTheQuiet() {
    Walk walk = walk(aliceThenBob()).wake(T0);

    walk.with(Given.mutedUntil(facts("P1"), minutes(14))).wake(minutes(1)).until(minutes(14));

    assertThat(walk.pagedWhen()).containsExactly("alice " + T0, "bob " + minutes(14));
  }

  @Test
  void aChangeThatIsLearnedOfLateIsDueWhenItIsLearned() {
    Walk walk = walk(kept(shift("alice", minutes(-60), minutes(900)))).wake(T0).wake(minutes(5));

    EscalationDecision later =
        Decider.decide(
            policy,
            walk.progress(),
            facts("P1"),
            kept(shift("bob", minutes(-30), minutes(900))),
            minutes(6));

    assertThat(later.orders().pages()).extracting(PageOrder::due).containsExactly(minutes(6));
  }

  /** Shifts of two minutes, one after the other. */
  @SafeVarargs
  private static CachedShifts inTurn(List<String>... people) {
    CachedShift[] shifts = new CachedShift[people.length];
    for (int i = 0; i < people.length; i++) {
      Instant start = i == 0 ? minutes(-60) : minutes(2 * i);
      Instant end = i == people.length - 1 ? minutes(900) : minutes(2 * i + 2);
      shifts[i] = new CachedShift("primary", people[i], start, end, null);
    }
    return kept(shifts);
  }

  private static List<String> turn(String... people) {
    return List.of(people);
  }

  /** What the database makes of orders: each key and target once. */
  private static List<String> stored(Walk walk) {
    return walk.pages.stream()
        .map(page -> List.of(page.key(), page.handover(), page.target()))
        .distinct()
        .map(key -> ((Target.Person) key.getLast()).id())
        .toList();
  }

  @Test
  void whoseShiftComesBackIsPagedAgain() {
    Walk walk = walk(inTurn(turn("alice"), turn("bob"), turn("alice"), turn("bob")));

    walk.until(minutes(8));

    assertThat(walk.pagedWhen())
        .containsExactly(
            "alice " + T0, "bob " + minutes(2), "alice " + minutes(4), "bob " + minutes(6));
    assertThat(stored(walk)).containsExactly("alice", "bob", "alice", "bob");
    assertThat(walk.pages).extracting(PageOrder::handover).containsExactly(0, 1, 2, 3);
  }

  @Test
  void ofAGroupWhoComesBackIsPagedAgainAndWhoStayedIsNot() {
    Walk walk = walk(inTurn(turn("alice", "bob"), turn("bob"), turn("alice", "bob"), turn("bob")));

    walk.until(minutes(8));

    assertThat(stored(walk)).containsExactly("alice", "bob", "alice");
    assertThat(walk.takeovers).extracting(Takeover::from).containsOnly(List.of("alice"));
  }

  @Test
  void anOverrideThatIsTakenBackBringsThePageBack() {
    CachedShifts alice = kept(shift("alice", minutes(-60), minutes(900)));
    Walk walk = walk(alice).wake(T0);

    walk.with(kept(shift("bob", minutes(-60), minutes(900)))).wake(minutes(1));
    walk.with(alice).wake(minutes(2));

    assertThat(stored(walk)).containsExactly("alice", "bob", "alice");
  }

  @Test
  void whoWasPagedAsTheNextIsPagedAgainWhenTheShiftIsTheirs() {
    Policy both = policy(step("both", atOnce(), PRIMARY, new Target.NextOf("security", "primary")));
    Walk walk = new Walk(both, facts("P1"), aliceThenBob()).until(minutes(12));

    assertThat(stored(walk)).containsExactly("alice", "bob", "bob");
    assertThat(walk.takeovers).extracting(Takeover::from).containsExactly(List.of("alice"));
  }

  @Test
  void whoIsStillPagedByNameHasNotLeft() {
    Policy both = policy(step("both", atOnce(), PRIMARY, new Target.Person("alice")));
    Walk walk = new Walk(both, facts("P1"), aliceThenBob()).until(minutes(12));

    assertThat(stored(walk)).containsExactly("alice", "bob");
    assertThat(walk.takeovers).isEmpty();
  }

  @Test
  void whoIsStillPagedThroughAnotherRoleHasNotLeftAndIsPagedOnce() {
    Policy both =
        policy(step("both", atOnce(), PRIMARY, new Target.RoleOf("security", "secondary")));
    CachedShifts shifts =
        kept(
            shift("alice", minutes(-60), HANDOVER),
            shift("bob", HANDOVER, minutes(900)),
            new CachedShift("secondary", turn("alice"), minutes(-60), minutes(12), null),
            new CachedShift("secondary", turn("bob"), minutes(12), minutes(900), null));
    Walk walk = new Walk(both, facts("P1"), shifts).until(minutes(14));

    assertThat(stored(walk)).containsExactly("alice", "bob");
    assertThat(walk.takeovers)
        .containsExactly(
            new Takeover(Branch.MAIN, "security", "secondary", List.of("alice"), List.of("bob")));
  }
}
