package io.watchbill.escalation.plan.decision;

import io.watchbill.escalation.plan.facts.Branch;
import java.time.Instant;
import java.util.Optional;

/**
 * Repetitions that fell due while nothing could be decided or nobody could be paged. A step is
 * tried once now; its missed repetitions follow at their interval, behind those that are not
 * overdue. The run lasts until then.
 */
final class Missed {
  private final Evaluation evaluation;
  private final Branch branch;
  private final BranchTiming timing;
  private boolean tried;

  Missed(Evaluation evaluation, Branch branch, BranchTiming timing) {
    this.evaluation = evaluation;
    this.branch = branch;
    this.timing = timing;
  }

  /**
   * Moves the missed repetitions of a step behind one that was tried and has ended.
   *
   * @param possible when it could have been tried: missed repetitions count from there, so that a
   *     slightly late evaluation does not drift
   */
  void follow(int index, Instant possible) {
    tried = true;
    followBehind(index, possible);
    followBehind(index, evaluation.now);
  }

  /** Returns when the run is over; a run that was over before its steps were tried is extended. */
  Optional<Instant> runEnd() {
    Optional<Instant> end = timing.runEnd();
    if (tried && end.filter(at -> !at.isAfter(evaluation.now)).isPresent()) {
      evaluation.branch(branch, evaluation.branch(branch).after(evaluation.now));
      return timing.runEnd();
    }
    return end;
  }

  private void followBehind(int index, Instant tried) {
    int next = evaluation.step(index).next();
    int last = evaluation.policy.steps().get(index).last();
    Optional<Instant> from = timing.repetitionsFrom(index);
    if (from.isEmpty() || next > last) {
      return;
    }
    int ahead = next;
    while (ahead <= last && !timing.plus(from.get(), index, ahead).isAfter(tried)) {
      ahead++;
    }
    if (ahead > last) {
      evaluation.step(
          index, evaluation.step(index).countingFrom(timing.plus(tried, index, 1 - next)));
    } else if (ahead > next) {
      Instant later = timing.plus(from.get(), index, ahead - next);
      evaluation.step(index, evaluation.step(index).countingFrom(later));
    }
  }
}
