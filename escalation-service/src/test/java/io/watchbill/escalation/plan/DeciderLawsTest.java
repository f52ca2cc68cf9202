package io.watchbill.escalation.plan;

import static io.watchbill.escalation.plan.Given.T0;
import static io.watchbill.escalation.plan.Given.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of the decision, over random policies, facts and instants. */
class DeciderLawsTest {

  private static final Instant END = minutes(600);

  @Property(tries = 500)
  void decidingIsPure(
      @ForAll("policies") Policy policy, @ForAll("facts") Facts facts, @ForAll Random random) {
    Progress progress = Progress.start(policy, T0);
    Instant at = T0.plusSeconds(random.nextInt(40_000));

    Decision once = Decider.decide(policy, progress, facts, Given.shifts(), at);
    Decision twice = Decider.decide(policy, progress, facts, Given.shifts(), at);

    assertThat(twice).isEqualTo(once);
    assertThat(progress).isEqualTo(Progress.start(policy, T0));
  }

  @Property(tries = 500)
  void decidingAgainAtTheSameInstantBringsNothing(
      @ForAll("policies") Policy policy, @ForAll("facts") Facts facts, @ForAll Random random) {
    Walk walk = Walk.of(policy, facts).wake(T0.plusSeconds(random.nextInt(40_000)));

    walk.wake(walk.progress().decidedAt());

    assertThat(walk.last().outcomes()).isEmpty();
    assertThat(walk.last().pages()).isEmpty();
    assertThat(walk.last().alarms()).isEmpty();
  }

  @Property(tries = 500)
  void itNeverGoesBackInTime(
      @ForAll("policies") Policy policy, @ForAll("facts") Facts facts, @ForAll Random random) {
    Walk walk = Walk.of(policy, facts);

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
    Walk walk = Walk.of(policy, facts).wake(T0.plusSeconds(random.nextInt(40_000)));

    walk.last().nextDue().ifPresent(next -> assertThat(next).isAfter(walk.progress().decidedAt()));
  }

  @Property(tries = 500)
  void eachRepetitionEndsExactlyOneWay(
      @ForAll("policies") Policy policy, @ForAll("facts") Facts facts, @ForAll Random random) {
    Walk walk = Walk.of(policy, facts);
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
    Walk punctual = Walk.of(policy, facts).until(END);

    Walk restless = Walk.of(policy, facts).wake(T0);
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
    Walk walk = Walk.of(policy, facts).wake(T0);

    while (walk.last().nextDue().filter(due -> due.isBefore(END)).isPresent()) {
      walk.wake(walk.last().nextDue().get());
      Instant now = walk.progress().decidedAt();
      assertThat(walk.last().pages()).allSatisfy(page -> assertThat(page.due()).isEqualTo(now));
    }
  }

  private static int begunRepetitions(Policy policy, Progress progress) {
    int begun = 0;
    for (Step step : policy.steps()) {
      int passes = progress.branches().get(step.branch()).pass() + 1;
      begun += passes * (step.repeat().times() + 1);
    }
    return begun;
  }

  @Provide
  Arbitrary<Policy> policies() {
    return Combinators.combine(steps().list().ofMaxSize(6), Arbitraries.integers().between(1, 3))
        .as((steps, rounds) -> new Policy("random", steps, rounds));
  }

  @Provide
  Arbitrary<Facts> facts() {
    Arbitrary<String> severity = Arbitraries.of("P0", "P1", "P2");
    Arbitrary<Set<String>> tags = Arbitraries.of("data-breach", "ransomware").set().ofMaxSize(2);
    Arbitrary<Map<String, Acknowledged>> acknowledged =
        Arbitraries.maps(
                Arbitraries.of("main", "legal"),
                Arbitraries.of(true, false)
                    .map(confirmed -> new Acknowledged("alice", minutes(3), confirmed)))
            .ofMaxSize(2);
    Arbitrary<Optional<Duration>> sla =
        Arbitraries.of(Duration.ofMinutes(5), Duration.ofMinutes(15)).optional(0.9);
    Arbitrary<Optional<Instant>> quiet =
        Arbitraries.integers().between(-10, 60).map(m -> minutes(m)).optional(0.2);
    Arbitrary<Instant> update = Arbitraries.integers().between(-5, 90).map(m -> minutes(m));
    return Combinators.combine(severity, tags, acknowledged, sla, quiet, update)
        .as(
            (s, t, a, l, q, u) ->
                new Facts(false, s, t, new Anchors(T0, u, u), a, l, q, Optional.empty()));
  }

  private Arbitrary<Step> steps() {
    Arbitrary<When> when =
        Combinators.combine(
                Arbitraries.of("P0", "P1", "P2").set().ofMaxSize(2),
                Arbitraries.of("data-breach", "ransomware").set().ofMaxSize(1))
            .as((severities, tags) -> new When(new TreeSet<>(severities), new TreeSet<>(tags)));
    Arbitrary<After> after =
        Arbitraries.oneOf(
            Arbitraries.integers()
                .between(0, 60)
                .map(m -> (After) new After.Fixed(Duration.ofMinutes(m))),
            Arbitraries.just(new After.AcknowledgeSla()));
    Arbitrary<List<Target>> targets =
        Arbitraries.of(
                Given.PRIMARY,
                Given.LEAD,
                Given.LEGAL,
                new Target.RoleOf("security", "nobody"),
                new Target.RoleOf("unknown", "primary"),
                new Target.Person("dora"),
                new Target.Webhook("siem"))
            .list()
            .ofMinSize(1)
            .ofMaxSize(3);
    Arbitrary<Repeat> repeat =
        Combinators.combine(
                Arbitraries.integers().between(1, 40), Arbitraries.integers().between(0, 4))
            .as((every, times) -> new Repeat(Duration.ofMinutes(every), times));
    return Combinators.combine(
            Arbitraries.of("main", "legal"),
            when,
            Arbitraries.of(Since.class),
            after,
            Arbitraries.of(While.class),
            targets,
            repeat)
        .as(
            (branch, w, since, a, during, t, r) ->
                new Step("step", branch, w, since, a, during, t, r, IfNobody.SKIP));
  }
}
