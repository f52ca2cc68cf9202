package io.watchbill.escalation.plan.decision;

import java.time.Instant;
import java.util.Optional;

/**
 * What fell due while nothing could be decided or nobody could be told. A step is tried once now;
 * what was missed of it follows one interval after the other, behind what is not overdue, which
 * stays where it is. The run that it belongs to lasts as long.
 */
final class Missed {
  private final Evaluation evaluation;
  private final String branch;
  private final Timing timing;
  private boolean tried;

  Missed(Evaluation evaluation, String branch, Timing timing) {
    this.evaluation = evaluation;
    this.branch = branch;
    this.timing = timing;
  }

  /**
   * A repetition of a step was tried and has ended.
   *
   * @param possible when it could have been tried: what was missed by then counts from there, so
   *     that a turn that is a little late brings no drift
   */
  void follow(int index, Instant possible) {
    tried = true;
    followBehind(index, possible);
    followBehind(index, evaluation.now);
  }

  /** When the run is over; one that was over before its steps were tried waits for answers. */
  Optional<Instant> passEnd() {
    Optional<Instant> end = timing.passEnd();
    if (tried && end.filter(at -> !at.isAfter(evaluation.now)).isPresent()) {
      evaluation.branch(branch, evaluation.branch(branch).after(evaluation.now));
      return timing.passEnd();
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
