package io.watchbill.escalation.plan;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The step of the main branch that comes next, taken before its hour. */
final class NextStep {
  private final Evaluation turn;
  private final Timing timing;
  private final String why;

  NextStep(Evaluation turn, String why) {
    this.turn = turn;
    this.timing = new Timing(turn, Policy.MAIN);
    this.why = why;
  }

  /** Answers whether a step told somebody. */
  boolean take() {
    return candidates().stream().anyMatch(this::take);
  }

  private List<Integer> candidates() {
    return timing.indexes().stream()
        .filter(index -> turn.step(index).next() == 0)
        .sorted(
            Comparator.comparing(
                    (Integer index) -> step(index).when().unmet(turn.facts).isPresent())
                .thenComparing(index -> timing.due(index, 0).orElse(Instant.MAX)))
        .toList();
  }

  private boolean take(int index) {
    StepProgress before = turn.step(index);
    StepKey key = new StepKey(turn.branch(Policy.MAIN).run(), index, 0);
    StepNotifier telling =
        new StepNotifier(
            turn,
            Policy.MAIN,
            new Due(index, step(index), key, turn.now),
            turn.now,
            Optional.of(why));
    telling.run();
    if (!telling.told()) {
      turn.step(index, before);
      return false;
    }
    turn.end(new Outcome(key, Outcome.Kind.PAGED, turn.now, telling.reason()));
    turn.step(index, before.ended(turn.now));
    turn.branch(Policy.MAIN, turn.branch(Policy.MAIN).tellingSomebody(turn.now));
    return true;
  }

  private Step step(int index) {
    return turn.policy.steps().get(index);
  }
}
