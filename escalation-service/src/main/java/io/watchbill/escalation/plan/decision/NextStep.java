package io.watchbill.escalation.plan.decision;

import io.watchbill.escalation.plan.facts.Branch;
import io.watchbill.escalation.plan.policy.Step;
import io.watchbill.escalation.plan.progress.StepKey;
import io.watchbill.escalation.plan.progress.StepProgress;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Takes the next step of the main branch early. */
final class NextStep {
  private final Evaluation evaluation;
  private final BranchTiming timing;
  private final String why;

  NextStep(Evaluation evaluation, String why) {
    this.evaluation = evaluation;
    this.timing = new BranchTiming(evaluation, Branch.MAIN);
    this.why = why;
  }

  /** Returns whether a step paged somebody. */
  boolean take() {
    return candidates().stream().anyMatch(this::take);
  }

  private List<Integer> candidates() {
    return timing.indexes().stream()
        .filter(index -> evaluation.step(index).next() == 0)
        .sorted(
            Comparator.comparing(
                    (Integer index) -> step(index).when().unmet(evaluation.facts).isPresent())
                .thenComparing(index -> timing.due(index, 0).orElse(Instant.MAX)))
        .toList();
  }

  private boolean take(int index) {
    StepProgress before = evaluation.step(index);
    StepKey key = new StepKey(evaluation.branch(Branch.MAIN).run(), index, 0);
    StepNotifier notifier =
        new StepNotifier(
            evaluation,
            Branch.MAIN,
            new DueStep(index, step(index), key, evaluation.now),
            evaluation.now,
            Optional.of(why));
    notifier.run();
    if (!notifier.paged()) {
      evaluation.step(index, before);
      return false;
    }
    evaluation.end(new Outcome(key, Outcome.Kind.PAGED, evaluation.now, notifier.reason()));
    evaluation.step(index, before.ended(evaluation.now));
    evaluation.branch(Branch.MAIN, evaluation.branch(Branch.MAIN).pagingSomebody(evaluation.now));
    return true;
  }

  private Step step(int index) {
    return evaluation.policy.steps().get(index);
  }
}
