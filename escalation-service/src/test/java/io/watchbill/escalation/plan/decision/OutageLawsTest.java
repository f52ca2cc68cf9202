package io.watchbill.escalation.plan.decision;

import static io.watchbill.escalation.plan.Given.T0;
import static io.watchbill.escalation.plan.Given.facts;
import static io.watchbill.escalation.plan.Given.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.escalation.plan.Given;
import io.watchbill.escalation.plan.Walk;
import io.watchbill.escalation.plan.decision.Outcome.Kind;
import io.watchbill.escalation.plan.policy.IfNobody;
import io.watchbill.escalation.plan.policy.Policy;
import io.watchbill.escalation.plan.policy.Repeat;
import io.watchbill.escalation.plan.policy.Since;
import io.watchbill.escalation.plan.policy.Step;
import io.watchbill.escalation.plan.policy.When;
import io.watchbill.escalation.plan.policy.While;
import io.watchbill.escalation.plan.progress.StepKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Laws of what an outage does: it puts pages off, and takes none away. */
class OutageLawsTest {
  private static final int LONG = 3_000;

  @Property(tries = 500)
  void howeverLateTheTurnsComeEveryPageOfEveryPassIsTaken(
      @ForAll("policies") Policy policy, @ForAll("lateness") List<Integer> lateness) {
    Walk punctual = walk(policy, List.of());

    Walk late = walk(policy, lateness);

    assertThat(paged(late)).isEqualTo(paged(punctual));
    assertThat(late.alarms).hasSameSizeAs(punctual.alarms);
  }

  @Property(tries = 500)
  void whatIsNotOverdueStaysWhereItIs(
      @ForAll("steps") Step step,
      @ForAll @IntRange(max = 150) int from,
      @ForAll @IntRange(max = 150) int length) {
    Policy policy = new Policy("one", List.of(step), 1);
    List<Instant> asPlanned = walk(policy, List.of()).takenAt;

    Walk walk = Walk.of(policy, facts("P1"));
    List<Instant> taken = outage(walk, minutes(from), minutes(from + length)).takenAt;

    assertThat(taken).hasSameSizeAs(asPlanned);
    assertThat(taken)
        .containsAll(
            asPlanned.stream()
                .filter(at -> !at.isAfter(minutes(from)) || at.isAfter(minutes(from + length)))
                .toList());
  }

  @Property(tries = 500)
  void afterAnOutageThereIsOnePageNowAndThenOneAnInterval(
      @ForAll("steps") Step step, @ForAll @IntRange(min = 1, max = 200) int length) {
    Walk walk = Walk.of(new Policy("one", List.of(step), 1), facts("P1"));
    List<Instant> taken = walk.wake(minutes(length)).until(minutes(LONG)).takenAt;

    for (int page = 1; page < taken.size(); page++) {
      Duration gap = Duration.between(taken.get(page - 1), taken.get(page));
      boolean first = page == 1 && taken.getFirst().equals(minutes(length));
      assertThat(gap).isPositive().isLessThanOrEqualTo(step.repeat().every());
      assertThat(first || gap.equals(step.repeat().every())).isTrue();
    }
  }

  private static Walk walk(Policy policy, List<Integer> lateness) {
    Walk walk = Walk.of(policy, facts("P1")).wake(T0);
    for (int turn = 0; walk.last().nextDue().isPresent(); turn++) {
      int late = turn < lateness.size() ? lateness.get(turn) : 0;
      walk.wake(walk.last().nextDue().get().plusSeconds(late));
    }
    return walk;
  }

  /** Nothing is decided after the first instant and before the second. */
  private static Walk outage(Walk walk, Instant from, Instant to) {
    walk.wake(T0.isBefore(from) ? T0 : from);
    while (walk.last().nextDue().filter(due -> !due.isAfter(from)).isPresent()) {
      walk.wake(walk.last().nextDue().get());
    }
    walk.wake(to);
    return walk.until(minutes(LONG));
  }

  private static List<StepKey> paged(Walk walk) {
    List<StepKey> keys = new ArrayList<>();
    walk.outcomes.stream()
        .filter(outcome -> outcome.kind() == Kind.PAGED)
        .map(Outcome::key)
        .forEach(keys::add);
    keys.sort(
        Comparator.comparing(StepKey::run)
            .thenComparing(StepKey::step)
            .thenComparing(StepKey::repetition));
    return keys;
  }

  @Provide
  Arbitrary<List<Integer>> lateness() {
    return Arbitraries.oneOf(
            Arbitraries.integers().between(0, 1), Arbitraries.integers().between(0, 9_000))
        .list()
        .ofMaxSize(12);
  }

  @Provide
  Arbitrary<Policy> policies() {
    return Combinators.combine(
            steps().list().ofMinSize(1).ofMaxSize(4), Arbitraries.integers().between(1, 3))
        .as((steps, runs) -> new Policy("random", steps, runs, new TreeSet<>()));
  }

  @Provide
  Arbitrary<Step> steps() {
    return Combinators.combine(
            Arbitraries.of("main", "legal"),
            Arbitraries.of(Since.TRIGGERED, Since.PREVIOUS_STEP),
            Arbitraries.integers().between(0, 60),
            Arbitraries.of(While.class),
            Arbitraries.of(Given.PRIMARY, Given.LEAD, Given.LEGAL),
            Arbitraries.integers().between(1, 40),
            Arbitraries.integers().between(0, 6))
        .as(
            (branch, since, after, during, target, every, times) ->
                new Step(
                    "step",
                    branch,
                    When.ALWAYS,
                    since,
                    Given.after(Duration.ofMinutes(after)),
                    during,
                    List.of(target),
                    new Repeat(Duration.ofMinutes(every), times),
                    new IfNobody.Skip(),
                    1));
  }
}
