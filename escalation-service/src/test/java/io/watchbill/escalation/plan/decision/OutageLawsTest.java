package io.watchbill.escalation.plan.decision;

import static io.watchbill.escalation.plan.Given.T0;
import static io.watchbill.escalation.plan.Given.facts;
import static io.watchbill.escalation.plan.Given.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.escalation.plan.Given;
import io.watchbill.escalation.plan.Walk;
import io.watchbill.escalation.plan.decision.Outcome.Kind;
import io.watchbill.escalation.plan.facts.Branch;
import io.watchbill.escalation.plan.policy.IfNobody;
import io.watchbill.escalation.plan.policy.Policy;
import io.watchbill.escalation.plan.policy.Repeat;
import io.watchbill.escalation.plan.policy.Since;
import io.watchbill.escalation.plan.policy.Step;
import io.watchbill.escalation.plan.policy.Timing;
import io.watchbill.escalation.plan.policy.When;
import io.watchbill.escalation.plan.policy.While;
import io.watchbill.escalation.plan.progress.StepKey;
import io.watchbill.testkit.law.Choices;
import io.watchbill.testkit.law.Law;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** Laws of what an outage does: it puts pages off, and takes none away. */
class OutageLawsTest {
  private static final int LONG = 3_000;

  @Law(cases = 500)
  void howeverLateTheTurnsComeEveryPageOfEveryPassIsTaken(Choices any) {
    Policy policy = any.show("policy", policy(any));
    List<Integer> lateness = any.show("lateness", lateness(any));
    Walk punctual = walk(policy, List.of());

    Walk late = walk(policy, lateness);

    assertThat(paged(late)).isEqualTo(paged(punctual));
    assertThat(late.alarms).hasSameSizeAs(punctual.alarms);
  }

  @Law(cases = 500)
  void whatIsNotOverdueStaysWhereItIs(Choices any) {
    Step step = any.show("step", step(any));
    int from = any.show("from", any.between(0, 150));
    int length = any.show("length", any.between(0, 150));
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

  @Law(cases = 500)
  void afterAnOutageThereIsOnePageNowAndThenOneAnInterval(Choices any) {
    Step step = any.show("step", step(any));
    int length = any.show("length", any.between(1, 200));
    Walk walk = Walk.of(new Policy("one", List.of(step), 1), facts("P1"));
    List<Instant> taken = walk.wake(minutes(length)).until(minutes(LONG)).takenAt;

    for (int page = 1; page < taken.size(); page++) {
      Duration gap = Duration.between(taken.get(page - 1), taken.get(page));
      boolean first = page == 1 && taken.getFirst().equals(minutes(length));
      assertThat(gap).isPositive().isLessThanOrEqualTo(step.timing().repeat().every());
      assertThat(first || gap.equals(step.timing().repeat().every())).isTrue();
    }
  }

  private static Walk walk(Policy policy, List<Integer> lateness) {
    Walk walk = Walk.of(policy, facts("P1")).wake(T0);
    for (int turn = 0; walk.last().next().due().isPresent(); turn++) {
      int late = turn < lateness.size() ? lateness.get(turn) : 0;
      walk.wake(walk.last().next().due().get().plusSeconds(late));
    }
    return walk;
  }

  /** Nothing is decided after the first instant and before the second. */
  private static Walk outage(Walk walk, Instant from, Instant to) {
    walk.wake(T0.isBefore(from) ? T0 : from);
    while (walk.last().next().due().filter(due -> !due.isAfter(from)).isPresent()) {
      walk.wake(walk.last().next().due().get());
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

  private static List<Integer> lateness(Choices any) {
    return any.list(0, 12, each -> each.between(0, each.of(1, 9_000)));
  }

  private static Policy policy(Choices any) {
    List<Step> steps = any.list(1, 4, OutageLawsTest::step);
    return new Policy("random", steps, any.between(1, 3), new TreeSet<>());
  }

  private static Step step(Choices any) {
    return new Step(
        "step",
        new Branch(any.of("main", "legal")),
        When.ALWAYS,
        new Timing(
            any.of(Since.TRIGGERED, Since.PREVIOUS_STEP),
            Given.after(Duration.ofMinutes(any.between(0, 60))),
            new Repeat(Duration.ofMinutes(any.between(1, 40)), any.between(0, 6))),
        any.of(While.values()),
        List.of(any.of(Given.PRIMARY, Given.LEAD, Given.LEGAL)),
        new IfNobody.Skip(),
        1);
  }
}
