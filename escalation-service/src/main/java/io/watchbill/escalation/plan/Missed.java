package io.watchbill.escalation.plan;

import java.time.Instant;
import java.util.Optional;

/**
 * What fell due while nothing could be decided or nobody could be told. A step is tried once now;
 * what was missed of it follows one interval after the other, behind what is not overdue, which
 * stays where it is. The run that it belongs to lasts as long.
 */
final class Missed {
  private final Evaluation turn;
  private final String branch;
  private final Timing timing;
  private boolean tried;

  Missed(Evaluation turn, String branch, Timing timing) {
    this.turn = turn;
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
    followBehind(index, turn.now);
  }

  /** When the run is over; one that was over before its steps were tried waits for answers. */
  Optional<Instant> passEnd() {
    Optional<Instant> end = timing.passEnd();
    if (tried && end.filter(at -> !at.isAfter(turn.now)).isPresent()) {
      turn.branch(branch, turn.branch(branch).after(turn.now));
      return timing.passEnd();
    }
    return end;
  }

  private void followBehind(int index, Instant tried) {
    int next = turn.step(index).next();
    int last = turn.policy.steps().get(index).last();
    Optional<Instant> from = timing.repetitionsFrom(index);
    if (from.isEmpty() || next > last) {
      return;
    }
    int ahead = next;
    while (ahead <= last && !timing.plus(from.get(), index, ahead).isAfter(tried)) {
      ahead++;
    }
    if (ahead > last) {
      turn.step(index, turn.step(index).countingFrom(timing.plus(tried, index, 1 - next)));
    } else if (ahead > next) {
      Instant later = timing.plus(from.get(), index, ahead - next);
      turn.step(index, turn.step(index).countingFrom(later));
    }
  }
}
