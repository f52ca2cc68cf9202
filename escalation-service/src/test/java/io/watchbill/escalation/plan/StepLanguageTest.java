package io.watchbill.escalation.plan;

import static io.watchbill.escalation.plan.Given.ALWAYS;
import static io.watchbill.escalation.plan.Given.LEAD;
import static io.watchbill.escalation.plan.Given.PRIMARY;
import static io.watchbill.escalation.plan.Given.SECONDARY;
import static io.watchbill.escalation.plan.Given.T0;
import static io.watchbill.escalation.plan.Given.after;
import static io.watchbill.escalation.plan.Given.atOnce;
import static io.watchbill.escalation.plan.Given.facts;
import static io.watchbill.escalation.plan.Given.minutes;
import static io.watchbill.escalation.plan.Given.policy;
import static io.watchbill.escalation.plan.Given.repeat;
import static io.watchbill.escalation.plan.Given.shift;
import static io.watchbill.escalation.plan.Given.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.escalation.plan.Outcome.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the step language can say beside severities, tags and roles. */
class StepLanguageTest {
  private static final Target NEXT = new Target.NextOf("security", "primary");
  private static final Target TEAM = new Target.Team("blue");
  private static final Target COMMANDER = new Target.Commander();

  private static WorkingTime works(int fromMinute, int toMinute) {
    return new WorkingTime(
        "Europe/Berlin",
        false,
        T0.minus(Duration.ofDays(35)),
        T0.plus(Duration.ofDays(16)),
        List.of(new Window(minutes(fromMinute), minutes(toMinute))));
  }

  private static KeptShifts working(WorkingTime hours) {
    return new KeptShifts(
        Given.shifts().rotations(), Map.of("security", hours), Map.of(), Map.of());
  }

  private static Step asking(Step s, Hours hours) {
    return Given.with(
        s,
        new When(
            s.when().severities(),
            s.when().tags(),
            s.when().types(),
            s.when().restricted(),
            Optional.of(hours)));
  }

  private static Step otherwise(Step s, IfNobody ifNobody) {
    return new Step(
        s.name(),
        s.branch(),
        s.when(),
        s.since(),
        s.after(),
        s.during(),
        s.targets(),
        s.repeat(),
        ifNobody,
        s.acknowledgements());
  }

  private static Step byTwo(Step s) {
    return new Step(
        s.name(),
        s.branch(),
        s.when(),
        s.since(),
        s.after(),
        s.during(),
        s.targets(),
        s.repeat(),
        s.ifNobody(),
        2);
  }

  private static Facts acknowledged(Facts f, Acknowledged... by) {
    return known(f, f.type(), f.restricted(), f.commander(), Map.of("main", List.of(by)));
  }

  private static Facts commandedBy(String person) {
    Facts f = facts("P1");
    return known(f, f.type(), f.restricted(), Optional.of(person), Map.of());
  }

  private static Facts known(
      Facts f,
      Optional<String> type,
      boolean restricted,
      Optional<String> commander,
      Map<String, List<Acknowledged>> acknowledgements) {
    return new Facts(
        f.resolved(),
        f.severity(),
        f.tags(),
        type,
        restricted,
        commander,
        f.anchors(),
        acknowledgements,
        f.acknowledgeSla(),
        f.quietUntil(),
        f.conditionsSince());
  }

  private static Acknowledged by(String person, int minute, boolean confirmed) {
    return new Acknowledged(person, minutes(minute), confirmed);
  }

  // ---- conditions

  @Test
  void aTypeIsOneOfThese() {
    When phishing =
        new When(
            new TreeSet<>(),
            new TreeSet<>(),
            new TreeSet<>(Set.of("phishing", "insider")),
            Optional.empty(),
            Optional.empty());

    assertThat(
            phishing.unmet(
                known(facts("P1"), Optional.of("insider"), false, Optional.empty(), Map.of())))
        .isEmpty();
    assertThat(phishing.unmet(facts("P1"))).contains("no type is not one of [insider, phishing]");
    assertThat(
            phishing.unmet(
                known(facts("P1"), Optional.of("ddos"), false, Optional.empty(), Map.of())))
        .contains("type ddos is not one of [insider, phishing]");
  }

  @Test
  void restrictedCanBeAskedForEitherWay() {
    Facts restricted = known(facts("P1"), Optional.empty(), true, Optional.empty(), Map.of());
    When only =
        new When(
            new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), Optional.of(true), Optional.empty());
    When never =
        new When(
            new TreeSet<>(),
            new TreeSet<>(),
            new TreeSet<>(),
            Optional.of(false),
            Optional.empty());

    assertThat(only.unmet(restricted)).isEmpty();
    assertThat(only.unmet(facts("P1"))).contains("the incident is not restricted");
    assertThat(never.unmet(restricted)).contains("the incident is restricted");
  }

  @Test
  void insideTheWorkingTimeOfARotationWaitsForItsWindow() {
    Policy inside = policy(asking(step("lead", atOnce(), LEAD), new Hours("security", true)));

    Walk walk = new Walk(inside, facts("P1"), working(works(60, 120))).until(minutes(90));

    assertThat(walk.toldWhen()).containsExactly("carol " + minutes(60));
    assertThat(walk.pages.getFirst().reason()).contains("inside the working time of security");
  }

  @Test
  void outsideTheWorkingTimeOfARotationIsNotTakenWithinIt() {
    Policy outside = policy(asking(step("lead", atOnce(), LEAD), new Hours("security", false)));
    Walk walk = new Walk(outside, facts("P1"), working(works(-60, 30))).wake(T0);

    assertThat(walk.last().waiting().getFirst().reason())
        .isEqualTo("inside the working time of security (Europe/Berlin)");
    walk.until(minutes(45));

    assertThat(walk.toldWhen()).containsExactly("carol " + minutes(30));
  }

  @Test
  void eachResponderIsJudgedByTheirOwnWorkingTime() {
    KeptShifts kept =
        new KeptShifts(
            Given.shifts().rotations(),
            Map.of("security", ALWAYS),
            Map.of("alice", works(-60, 60), "bob", works(60, 120)),
            Map.of());
    Policy inside =
        policy(asking(step("both", atOnce(), PRIMARY, SECONDARY), new Hours(null, true)));

    Walk walk = new Walk(inside, facts("P1"), kept).wake(T0);

    assertThat(walk.told()).containsExactly("alice");
    assertThat(walk.outcomes.getFirst().reason())
        .contains("not told: outside the working time of bob (Europe/Berlin)");
  }

  @Test
  void aStepThatNoResponderMayBeToldOfWaits() {
    KeptShifts kept =
        new KeptShifts(
            Given.shifts().rotations(),
            Map.of("security", ALWAYS),
            Map.of("alice", works(30, 60)),
            Map.of());
    Policy inside = policy(asking(step("primary", atOnce(), PRIMARY), new Hours(null, true)));

    Walk walk = new Walk(inside, facts("P1"), kept).until(minutes(40));

    assertThat(walk.toldWhen()).containsExactly("alice " + minutes(30));
  }

  @Test
  void workingTimeThatIsNotKnownKeepsNobodyWaiting() {
    KeptShifts kept = new KeptShifts(Given.shifts().rotations());
    Policy both =
        policy(
            asking(step("in", atOnce(), PRIMARY), new Hours("security", true)),
            asking(step("out", atOnce(), LEAD), new Hours("security", false)),
            asking(step("own", atOnce(), SECONDARY), new Hours(null, true)));

    Walk walk = new Walk(both, facts("P1"), kept).wake(T0);

    assertThat(walk.told()).containsExactly("alice", "carol", "bob");
    assertThat(walk.pages)
        .extracting(PageOrder::reason)
        .allSatisfy(reason -> assertThat(reason).contains("is not known"));
  }

  // ---- business hours

  /**
   * A rotation that keeps hours: alice from a minute to another, and nobody by design around it.
   */
  private static KeptShifts keepingHours(int... minutes) {
    List<KeptShift> shifts = new ArrayList<>();
    Instant before = T0.minus(Duration.ofDays(1));
    for (int i = 0; i < minutes.length; i += 2) {
      shifts.add(KeptShift.off("primary", before, minutes(minutes[i])));
      shifts.add(
          new KeptShift(
              "primary", List.of("alice"), minutes(minutes[i]), minutes(minutes[i + 1]), null));
      before = minutes(minutes[i + 1]);
    }
    shifts.add(KeptShift.off("primary", before, T0.plus(Duration.ofDays(14))));
    return Given.shifts(shifts.toArray(new KeptShift[0]));
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
                  .contains("outside the working hours of security, until " + minutes(480));
            });
    walk.until(minutes(480));
    assertThat(walk.toldWhen()).containsExactly("alice " + minutes(480));
  }

  @Test
  void whatIsHeldWaitsForTheHoursOfTheStepToo() {
    Step outside = asking(step("one", atOnce(), PRIMARY), new Hours("security", false));
    KeptShifts shifts =
        new KeptShifts(
            keepingHours(50, 60).rotations(),
            Map.of("security", works(40, 90)),
            Map.of(),
            Map.of());
    Walk walk = new Walk(policy(2, outside), facts("P1"), shifts).wake(T0);

    walk.wake(minutes(50));

    assertThat(walk.progress().steps().getFirst().held())
        .extracting(Held::until, Held::reason)
        .containsExactly(minutes(90), "inside the working time of security (Europe/Berlin)");
    assertThat(walk.wake(minutes(90)).told()).isEmpty();
  }

  @Test
  void aHoldIsToldOfOnceAndEndsNoPass() {
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
  void aSeverityThatOverridesTheHoursIsToldToWhoeverIsNext() {
    Policy p0 =
        new Policy("p", List.of(step("one", atOnce(), PRIMARY)), 1, new TreeSet<>(Set.of("P0")));

    Walk walk = new Walk(p0, facts("P0"), keepingHours(480, 960)).wake(T0);

    assertThat(walk.toldWhen()).containsExactly("alice " + T0);
    assertThat(walk.pages.getFirst().reason()).contains("but not for this severity: alice next on");
  }

  @Test
  void aRotationThatKeepsNoHoursIsToldAtAnyHourWhateverItsWorkingTime() {
    Walk walk =
        new Walk(policy(step("one", atOnce(), PRIMARY)), facts("P1"), working(works(480, 960)));

    assertThat(walk.wake(T0).told()).containsExactly("alice");
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
  void repetitionsThatFellDueWhileHeldAreOnePageWhenTheHoursBegin() {
    Policy again = policy(repeat(step("one", atOnce(), PRIMARY), Duration.ofMinutes(30), 3));

    Walk walk = new Walk(again, facts("P1"), keepingHours(-1, 15, 600, 900)).until(minutes(610));

    assertThat(walk.toldWhen()).containsExactly("alice " + T0, "alice " + minutes(600));
    assertThat(walk.outcomes)
        .extracting(Outcome::kind)
        .containsExactly(Kind.PAGED, Kind.PAGED, Kind.MERGED, Kind.MERGED);
  }

  @Test
  void businessTimeIsCountedInTheWindows() {
    Policy lead =
        policy(step("lead", new After.Business(Duration.ofMinutes(30), "security"), LEAD));

    Walk walk = new Walk(lead, facts("P1"), working(works(60, 120))).until(minutes(200));

    assertThat(walk.toldWhen()).containsExactly("carol " + minutes(90));
  }

  // ---- targets

  @Test
  void nextOnWatchAreTheFirstWhoAreNotOnWatchNow() {
    KeptShift now = new KeptShift("primary", List.of("alice"), T0, minutes(30), null);
    KeptShift same = new KeptShift("primary", List.of("alice"), minutes(30), minutes(60), null);
    KeptShift then = new KeptShift("primary", List.of("bob"), minutes(60), minutes(90), null);

    Walk walk =
        new Walk(policy(step("next", atOnce(), NEXT)), facts("P1"), Given.shifts(then, now, same));
    walk.wake(minutes(1));

    assertThat(walk.told()).containsExactly("bob");
    assertThat(walk.pages.getFirst().reason())
        .contains("bob next on watch as primary of security from " + minutes(60));
  }

  @Test
  void withoutAnybodyElseThereIsNoNext() {
    Walk walk = Walk.of(policy(step("next", atOnce(), NEXT)), facts("P1")).wake(T0);

    assertThat(walk.outcomes.getFirst().reason())
        .contains("nobody else is known to come on watch as primary of security");
  }

  @Test
  void aTeamIsEverybodyOnWatchInItsRotations() {
    KeptShifts kept =
        new KeptShifts(
            Given.shifts().rotations(),
            Map.of("security", ALWAYS, "company", ALWAYS),
            Map.of(),
            Map.of("blue", List.of("company", "security")));

    Walk walk = new Walk(policy(step("all", atOnce(), TEAM)), facts("P1"), kept).wake(T0);

    assertThat(walk.told()).containsExactlyInAnyOrder("lea", "alice", "bob", "carol");
  }

  @Test
  void aTeamWhoseRotationsAreNotKnownIsNotNobody() {
    Walk walk = Walk.of(policy(step("all", atOnce(), TEAM)), facts("P1")).wake(T0);

    assertThat(walk.outcomes).isEmpty();
    assertThat(walk.last().unknown()).isTrue();
  }

  @Test
  void theCommanderIsWhoeverCommandsWhenItIsDue() {
    Walk walk =
        Walk.of(policy(step("commander", after(Duration.ofMinutes(5)), COMMANDER)), facts("P1"));

    walk.wake(T0).with(commandedBy("dora")).wake(minutes(5));

    assertThat(walk.told()).containsExactly("dora");
  }

  // ---- nobody

  @Test
  void withoutACommanderAnotherTargetIsTold() {
    Step fallback = otherwise(step("commander", atOnce(), COMMANDER), new IfNobody.Fallback(LEAD));

    Walk walk = Walk.of(policy(fallback), facts("P1")).wake(T0);

    assertThat(walk.told()).containsExactly("carol");
    assertThat(walk.outcomes.getFirst().reason())
        .contains("nobody commands the incident; carol on");
  }

  @Test
  void theFallbackIsNotToldWhenSomebodyIsThere() {
    Step fallback = otherwise(step("one", atOnce(), PRIMARY), new IfNobody.Fallback(LEAD));

    assertThat(Walk.of(policy(fallback), facts("P1")).wake(T0).told()).containsExactly("alice");
  }

  @Test
  void theFallbackIsDueWhenTheHoursThatWereWaitedForBringNobody() {
    Step fallback = otherwise(step("one", atOnce(), PRIMARY), new IfNobody.Fallback(LEAD));
    KeptShifts shifts =
        Given.shifts(KeptShift.off("primary", T0, minutes(50)), Given.shift("lead", "carol"));

    Walk walk = new Walk(policy(fallback), facts("P1"), shifts).until(minutes(60));

    assertThat(walk.toldWhen()).containsExactly("carol " + minutes(50));
  }

  @Test
  void aFallbackThatIsToldLateWasDueAllTheSame() {
    Step fallback = otherwise(step("one", atOnce(), PRIMARY), new IfNobody.Fallback(LEAD));
    KeptShift evening = new KeptShift("primary", List.of("alice"), T0, minutes(1), null);
    KeptShifts shifts = Given.shifts(evening, Given.shift("lead", "carol"));

    Walk walk = new Walk(policy(fallback), facts("P1"), shifts).wake(minutes(2));

    assertThat(walk.toldWhen()).containsExactly("carol " + T0);
  }

  @Test
  void aHoldWaitsUntilSomebodyIsOnWatchAndRaisesNoAlarm() {
    KeptShift morning =
        new KeptShift("primary", List.of("alice"), minutes(360), minutes(900), null);
    Step hold = otherwise(step("one", atOnce(), PRIMARY), new IfNobody.Hold());

    Walk walk = new Walk(policy(hold), facts("P1"), Given.shifts(morning)).wake(T0);

    assertThat(walk.last().holding()).isTrue();
    assertThat(walk.last().holds().getFirst().until()).isEqualTo(minutes(360));
    walk.until(minutes(360));
    assertThat(walk.alarms).isEmpty();
    assertThat(walk.toldWhen()).containsExactly("alice " + minutes(360));
  }

  @Test
  void aHoldEndsWhenAnOverridePutsSomebodyOnWatch() {
    Step hold = otherwise(step("one", atOnce(), PRIMARY), new IfNobody.Hold());
    Policy one = policy(hold);
    Decision held =
        Decider.decide(
            one, Progress.start(one, T0), facts("P1"), Given.shifts(shift("lead", "c")), T0);

    Decision told =
        Decider.decide(
            one,
            held.progress(),
            facts("P1"),
            Given.shifts(new KeptShift("primary", List.of("bob"), minutes(7), minutes(90), null)),
            minutes(8));

    assertThat(told.pages()).extracting(PageOrder::due).containsExactly(minutes(7));
    assertThat(told.progress().steps().getFirst().held()).isNull();
  }

  // ---- several acknowledgements

  @Test
  void aStepThatNeedsTwoGoesOnAfterTheFirst() {
    Policy two = policy(byTwo(repeat(step("one", atOnce(), PRIMARY), Duration.ofMinutes(5), 2)));
    Walk walk = Walk.of(two, facts("P0")).wake(T0);

    walk.with(acknowledged(facts("P0"), by("alice", 1, true))).until(minutes(5));
    assertThat(walk.told()).containsExactly("alice", "alice");

    walk.with(acknowledged(facts("P0"), by("alice", 1, true), by("bob", 7, true)))
        .until(minutes(10));
    assertThat(walk.outcomes.getLast().reason())
        .isEqualTo("acknowledged by alice, bob at " + minutes(7));
  }

  @Test
  void aSecondThatIsNotConfirmedYetHoldsThePaging() {
    Policy two = policy(byTwo(repeat(step("one", atOnce(), PRIMARY), Duration.ofMinutes(5), 2)));
    Walk walk = Walk.of(two, facts("P0")).wake(T0);

    walk.with(acknowledged(facts("P0"), by("alice", 1, true), by("bob", 2, false)))
        .until(minutes(5));

    assertThat(walk.told()).containsExactly("alice");
    assertThat(walk.last().waiting().getFirst().reason())
        .isEqualTo("the acknowledgement by alice, bob waits to be confirmed");
  }

  @Test
  void aBranchIsNotAcknowledgedUntilAsManyHaveAsItsStepsNeed() {
    Policy two = policy(byTwo(step("one", atOnce(), PRIMARY)));
    Walk walk = Walk.of(two, facts("P0")).wake(T0);

    walk.with(acknowledged(facts("P0"), by("alice", 1, true))).until(minutes(15));

    assertThat(walk.alarms)
        .extracting(AlarmOrder::kind)
        .containsExactly(AlarmKind.ENDED_UNACKNOWLEDGED);
  }

  // ---- no drift

  @Test
  void afterFiftyRepeatsTheLastIsDueAtItsAnchorPlusFiftyIntervals() {
    Instant anchor = T0.plusNanos(123_457_000);
    Duration odd = Duration.ofNanos(61_000_007_000L);
    Policy fifty = policy(repeat(step("again", atOnce(), PRIMARY), odd, 50));
    Progress progress = Progress.start(fifty, anchor);
    Instant last = null;
    for (int turn = 0; turn < 5_000; turn++) {
      Instant late = anchor.plusMillis(turn * 731L).plusNanos(turn % 977);
      Decision decision = Decider.decide(fifty, progress, facts("P1"), Given.shifts(), late);
      progress = decision.progress();
      last = decision.pages().isEmpty() ? last : decision.pages().getLast().due();
    }

    assertThat(last).isEqualTo(anchor.plus(odd.multipliedBy(50)));
  }

  @Test
  void aPolicySaysWhichEngineItNeeds() {
    assertThat(Given.guide().engine()).isEqualTo(1);
    assertThat(policy(step("commander", atOnce(), COMMANDER)).engine()).isEqualTo(2);
    assertThat(policy(byTwo(step("one", atOnce(), PRIMARY))).engine()).isEqualTo(2);
    assertThat(policy(step("b", new After.Business(Duration.ofHours(1), "s"), LEAD)).engine())
        .isEqualTo(2);
  }
}
