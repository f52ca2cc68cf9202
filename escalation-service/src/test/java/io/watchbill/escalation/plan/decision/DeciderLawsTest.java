package io.watchbill.escalation.plan.decision;

import static io.watchbill.escalation.plan.Given.T0;
import static io.watchbill.escalation.plan.Given.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.escalation.plan.Given;
import io.watchbill.escalation.plan.Walk;
import io.watchbill.escalation.plan.facts.Acknowledged;
import io.watchbill.escalation.plan.facts.Anchors;
import io.watchbill.escalation.plan.facts.Facts;
import io.watchbill.escalation.plan.policy.After;
import io.watchbill.escalation.plan.policy.Hours;
import io.watchbill.escalation.plan.policy.IfNobody;
import io.watchbill.escalation.plan.policy.Policy;
import io.watchbill.escalation.plan.policy.Repeat;
import io.watchbill.escalation.plan.policy.Since;
import io.watchbill.escalation.plan.policy.Step;
import io.watchbill.escalation.plan.policy.Target;
import io.watchbill.escalation.plan.policy.When;
import io.watchbill.escalation.plan.policy.While;
import io.watchbill.escalation.plan.progress.Progress;
import io.watchbill.escalation.plan.rehearsal.Rehearsal;
import io.watchbill.escalation.plan.shifts.CachedShift;
import io.watchbill.escalation.plan.shifts.CachedShifts;
import io.watchbill.escalation.plan.shifts.Window;
import io.watchbill.escalation.plan.shifts.WorkingTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of the decision, over random policies, facts and instants. */
class DeciderLawsTest {

  private static final Instant END = minutes(600);

  /** Windows and shifts that begin and end while the random incidents run. */
  private static final CachedShifts KEPT =
      new CachedShifts(
          Map.of(
              "security",
              Given.rotation(
                  new CachedShift("primary", List.of("alice"), minutes(-9), minutes(70), null),
                  new CachedShift("primary", List.of("ann"), minutes(110), minutes(5_000), null),
                  Given.shift("lead", "carol"),
                  CachedShift.off("primary", minutes(70), minutes(110)),
                  new CachedShift("evening", List.of("eve"), minutes(20), minutes(50), null),
                  CachedShift.off("evening", minutes(50), minutes(120)),
                  new CachedShift("evening", List.of("fred"), minutes(200), minutes(900), null)),
              "company",
              Given.rotation(Given.shift("legal", "lea"))),
          Map.of("security", works(-60, 33, 95, 180, 400, 460), "company", Given.ALWAYS),
          Map.of("alice", works(10, 70, 300, 500), "dora", works(-10, 5)),
          Map.of("blue", List.of("company", "security")));

  private static WorkingTime works(int... minutes) {
    List<Window> windows = new ArrayList<>();
    for (int i = 0; i < minutes.length; i += 2) {
      windows.add(new Window(minutes(minutes[i]), minutes(minutes[i + 1])));
    }
    return new WorkingTime("UTC", false, minutes(-1_000), minutes(20_000), windows);
  }

  @Property(tries = 500)
  void decidingIsPure(
      @ForAll("policies") Policy policy, @ForAll("facts") Facts facts, @ForAll Random random) {
    Progress progress = Progress.start(policy, T0);
    Instant at = T0.plusSeconds(random.nextInt(40_000));

    Decision once = Decider.decide(policy, progress, facts, KEPT, at);
    Decision twice = Decider.decide(policy, progress, facts, KEPT, at);

    assertThat(twice).isEqualTo(once);
    assertThat(progress).isEqualTo(Progress.start(policy, T0));
  }

  @Property(tries = 500)
  void decidingAgainAtTheSameInstantBringsNothing(
      @ForAll("policies") Policy policy, @ForAll("facts") Facts facts, @ForAll Random random) {
    Walk walk = new Walk(policy, facts, KEPT).wake(T0.plusSeconds(random.nextInt(40_000)));

    walk.wake(walk.progress().decidedAt());

    assertThat(walk.last().outcomes()).isEmpty();
    assertThat(walk.last().pages()).isEmpty();
    assertThat(walk.last().alarms()).isEmpty();
  }

  @Property(tries = 500)
  void itNeverGoesBackInTime(
      @ForAll("policies") Policy policy, @ForAll("facts") Facts facts, @ForAll Random random) {
    Walk walk = new Walk(policy, facts, KEPT);

    for (int i = 0; i < 20; i++) {
      Instant before = walk.progress().decidedAt();
      walk.wake(T0.plusSeconds(random.nextInt(40_000)));
      assertThat(walk.progress().decidedAt()).isAfterOrEqualTo(before);
      walk.last().nextDue().ifPresent(next -> assertThat(next).isAfter(before));
    }
  }

  @Property(tries = 500)
  void nextDueIsAlwaysAhead(
      @ForAll("policies") Policy policy, @ForAll("facts") Facts facts, @ForAll Random random) {
    Walk walk = new Walk(policy, facts, KEPT).wake(T0.plusSeconds(random.nextInt(40_000)));

    walk.last().nextDue().ifPresent(next -> assertThat(next).isAfter(walk.progress().decidedAt()));
  }

  @Property(tries = 500)
  void eachRepetitionEndsExactlyOneWay(
      @ForAll("policies") Policy policy, @ForAll("facts") Facts facts, @ForAll Random random) {
    Walk walk = new Walk(policy, facts, KEPT);
    for (int i = 1; i <= 10; i++) {
      walk.wake(T0.plusSeconds(i * 3_000L + random.nextInt(3_000)));
    }

    walk.with(Given.resolved(facts)).wake(END.plusSeconds(60));

    assertThat(walk.outcomes).extracting(Outcome::key).doesNotHaveDuplicates();
    assertThat(walk.outcomes).allSatisfy(o -> assertThat(o.reason()).isNotBlank());
    assertThat(walk.outcomes).hasSize(begunRepetitions(policy, walk.progress()));
  }

  @Property(tries = 500)
  void wakingMoreOftenChangesNothing(
      @ForAll("policies") Policy policy, @ForAll("facts") Facts facts, @ForAll Random random) {
    Walk punctual = new Walk(policy, facts, KEPT).until(END);

    Walk restless = new Walk(policy, facts, KEPT).wake(T0);
    Instant at = T0;
    while (at.isBefore(END)) {
      Instant extra = at.plusSeconds(1 + random.nextInt(1_200));
      at = restless.last().nextDue().filter(due -> due.isBefore(extra)).orElse(extra);
      at = at.isAfter(END) ? END : at;
      restless.wake(at);
    }

    assertThat(restless.outcomes).isEqualTo(punctual.outcomes);
    assertThat(restless.pages).isEqualTo(punctual.pages);
    assertThat(restless.alarms).isEqualTo(punctual.alarms);
  }

  @Property(tries = 300)
  void whatIsPunctualIsDueWhenItIsTaken(
      @ForAll("policies") Policy policy, @ForAll("facts") Facts facts) {
    Walk walk = new Walk(policy, facts, KEPT).wake(T0);

    while (walk.last().nextDue().filter(due -> due.isBefore(END)).isPresent()) {
      walk.wake(walk.last().nextDue().get());
      Instant now = walk.progress().decidedAt();
      assertThat(walk.last().pages()).allSatisfy(page -> assertThat(page.due()).isEqualTo(now));
    }
  }

  /** A dry run is woken when something is due; the engine at any time, and late never here. */
  @Property(tries = 500)
  void aDryRunIsWhatTheEngineThenDoes(
      @ForAll("policies") Policy policy,
      @ForAll("incidents") List<Rehearsal.Change> incident,
      @ForAll Random random) {
    List<Rehearsal.Evaluation> rehearsed =
        Rehearsal.walk(policy, incident, KEPT, T0, Duration.between(T0, END));

    Walk engine = new Walk(policy, incident.getFirst().facts(), KEPT).wake(T0);
    for (Instant at = T0; at.isBefore(END) && engine.last().end().isEmpty(); ) {
      Instant now = at;
      Instant nudge = now.plusSeconds(1 + random.nextInt(1_500));
      Stream<Instant> due = engine.last().nextDue().stream();
      Stream<Instant> changes = incident.stream().map(Rehearsal.Change::at);
      at =
          Stream.of(due, changes, Stream.of(nudge, END))
              .flatMap(all -> all)
              .filter(next -> next.isAfter(now))
              .min(Instant::compareTo)
              .orElse(END);
      engine.with(factsAt(incident, at)).wake(at);
    }

    assertThat(engine.pages)
        .isEqualTo(rehearsed.stream().flatMap(turn -> turn.decision().pages().stream()).toList());
    assertThat(engine.outcomes)
        .isEqualTo(
            rehearsed.stream().flatMap(turn -> turn.decision().outcomes().stream()).toList());
    assertThat(engine.alarms)
        .isEqualTo(rehearsed.stream().flatMap(turn -> turn.decision().alarms().stream()).toList());
  }

  private static Facts factsAt(List<Rehearsal.Change> incident, Instant at) {
    Facts facts = incident.getFirst().facts();
    for (Rehearsal.Change change : incident) {
      facts = change.at().isAfter(at) ? facts : change.facts();
    }
    return facts;
  }

  @Provide
  Arbitrary<List<Rehearsal.Change>> incidents() {
    Arbitrary<List<Facts>> states = facts().list().ofMinSize(1).ofMaxSize(4);
    Arbitrary<List<Integer>> gaps = Arbitraries.integers().between(1, 9_000).list().ofSize(4);
    return Combinators.combine(states, gaps, Arbitraries.of(true, false))
        .as(DeciderLawsTest::incident);
  }

  /** Each state holds from its change on; the last one may be the end. */
  private static List<Rehearsal.Change> incident(
      List<Facts> states, List<Integer> gaps, boolean resolves) {
    List<Rehearsal.Change> changes = new ArrayList<>();
    changes.add(new Rehearsal.Change(T0, states.getFirst()));
    Instant at = T0;
    for (int i = 1; i < states.size(); i++) {
      at = at.plusSeconds(gaps.get(i));
      Facts changed = Given.changedAt(states.get(i), at);
      boolean last = i == states.size() - 1;
      changes.add(new Rehearsal.Change(at, last && resolves ? Given.resolved(changed) : changed));
    }
    return changes;
  }

  private static int begunRepetitions(Policy policy, Progress progress) {
    int begun = 0;
    for (Step step : policy.steps()) {
      int runs = progress.branches().get(step.branch()).run() + 1;
      begun += runs * (step.repeat().times() + 1);
    }
    return begun;
  }

  @Provide
  Arbitrary<Policy> policies() {
    return Combinators.combine(steps().list().ofMaxSize(6), Arbitraries.integers().between(1, 3))
        .as((steps, runs) -> new Policy("random", steps, runs, new TreeSet<>(Set.of("P0"))));
  }

  private static List<Acknowledged> both(Acknowledged first) {
    return List.of(first, new Acknowledged("bob", minutes(4), true));
  }

  @Provide
  Arbitrary<Facts> facts() {
    Arbitrary<String> severity = Arbitraries.of("P0", "P1", "P2");
    Arbitrary<Set<String>> tags = Arbitraries.of("data-breach", "ransomware").set().ofMaxSize(2);
    Arbitrary<Map<String, List<Acknowledged>>> acknowledged =
        Arbitraries.maps(
                Arbitraries.of("main", "legal"),
                Arbitraries.of(true, false)
                    .map(confirmed -> new Acknowledged("alice", minutes(3), confirmed))
                    .flatMap(
                        first ->
                            Arbitraries.of(true, false, false)
                                .map(second -> second ? both(first) : List.of(first))))
            .ofMaxSize(2);
    Arbitrary<Optional<Duration>> sla =
        Arbitraries.of(Duration.ofMinutes(5), Duration.ofMinutes(15)).optional(0.9);
    Arbitrary<Optional<Instant>> quiet =
        Arbitraries.integers().between(-10, 60).map(m -> minutes(m)).optional(0.2);
    Arbitrary<Instant> update = Arbitraries.integers().between(-5, 90).map(m -> minutes(m));
    Arbitrary<Optional<String>> type = Arbitraries.of("phishing", "insider").optional(0.5);
    Arbitrary<Optional<String>> commander = Arbitraries.of("dora", "alice").optional(0.5);
    return Combinators.combine(severity, tags, type, commander, acknowledged, sla, quiet, update)
        .as(
            (s, t, y, c, a, l, q, u) ->
                new Facts(
                    false, s, t, y, false, c, new Anchors(T0, u, u), a, l, q, Optional.empty()));
  }

  private Arbitrary<Step> steps() {
    Arbitrary<Repeat> repeat =
        Combinators.combine(
                Arbitraries.integers().between(1, 40), Arbitraries.integers().between(0, 4))
            .as((every, times) -> new Repeat(Duration.ofMinutes(every), times));
    Arbitrary<IfNobody> ifNobody =
        Arbitraries.of(
            new IfNobody.Skip(),
            new IfNobody.Skip(),
            new IfNobody.Hold(),
            new IfNobody.Fallback(Given.LEAD));
    return Combinators.combine(
            Arbitraries.of("main", "legal"),
            when(),
            Arbitraries.of(Since.class),
            after(),
            Arbitraries.of(While.class),
            targets(),
            repeat,
            Combinators.combine(ifNobody, Arbitraries.of(1, 1, 2)).as(Map::entry))
        .as(
            (branch, w, since, a, during, t, r, e) ->
                new Step("step", branch, w, since, a, during, t, r, e.getKey(), e.getValue()));
  }

  private Arbitrary<When> when() {
    return Combinators.combine(
            Arbitraries.of("P0", "P1", "P2").set().ofMaxSize(2),
            Arbitraries.of("data-breach", "ransomware").set().ofMaxSize(1),
            Arbitraries.of("phishing", "insider").set().ofMaxSize(1),
            Arbitraries.of(true, false).optional(0.1),
            Arbitraries.of(
                    new Hours("security", true),
                    new Hours("security", false),
                    new Hours("unknown", true),
                    new Hours(null, true),
                    new Hours(null, false))
                .optional(0.3))
        .as(
            (severities, tags, types, restricted, hours) ->
                new When(
                    new TreeSet<>(severities),
                    new TreeSet<>(tags),
                    new TreeSet<>(types),
                    restricted,
                    hours));
  }

  private Arbitrary<After> after() {
    return Arbitraries.oneOf(
        Arbitraries.integers()
            .between(0, 60)
            .map(m -> (After) new After.Fixed(Duration.ofMinutes(m))),
        Arbitraries.integers()
            .between(1, 60)
            .map(m -> (After) new After.Business(Duration.ofMinutes(m), "security")),
        Arbitraries.just(new After.AcknowledgeSla()));
  }

  private Arbitrary<List<Target>> targets() {
    return Arbitraries.of(
            Given.PRIMARY,
            Given.LEAD,
            Given.LEGAL,
            new Target.RoleOf("security", "nobody"),
            new Target.RoleOf("security", "evening"),
            new Target.RoleOf("unknown", "primary"),
            new Target.NextOf("security", "evening"),
            new Target.NextOf("security", "primary"),
            new Target.Team("blue"),
            new Target.Commander(),
            new Target.Person("dora"),
            new Target.Webhook("siem"))
        .list()
        .ofMinSize(1)
        .ofMaxSize(3);
  }
}
