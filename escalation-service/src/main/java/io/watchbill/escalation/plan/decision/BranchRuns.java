package io.watchbill.escalation.plan.decision;

import io.watchbill.escalation.plan.facts.Branch;
import io.watchbill.escalation.plan.policy.Step;
import io.watchbill.escalation.plan.progress.AlarmKind;
import io.watchbill.escalation.plan.progress.BranchProgress;
import io.watchbill.escalation.plan.progress.StepProgress;
import java.time.Instant;
import java.util.Optional;

/** Ends the runs of a branch and begins the next. */
final class BranchRuns {
  private final Evaluation evaluation;
  private final Branch branch;
  private final BranchTiming timing;
  private final Missed missed;
  private final StepWaits waits;

  BranchRuns(
      Evaluation evaluation, Branch branch, BranchTiming timing, Missed missed, StepWaits waits) {
    this.evaluation = evaluation;
    this.branch = branch;
    this.timing = timing;
    this.missed = missed;
    this.waits = waits;
  }

  /**
   * Returns whether the next run begins now. An acknowledged branch begins none, confirmed or not.
   */
  boolean beginsNext() {
    int needed = timing.acknowledgementsNeeded();
    if (evaluation.branch(branch).exhausted()
        || evaluation.facts.acknowledged(branch, needed).isPresent()) {
      return false;
    }
    Optional<Instant> end = missed.runEnd();
    if (end.isEmpty()) {
      return false;
    }
    if (end.get().isAfter(evaluation.now)) {
      evaluation.wake(end.get());
      return false;
    }
    BranchProgress progress = evaluation.branch(branch);
    if (progress.run() + 1 < evaluation.policy.runs()) {
      begin(progress.nextRun(end.get()));
      return true;
    }
    evaluation.branch(branch, progress.ending());
    evaluation.alarm(
        AlarmKind.ENDED_UNACKNOWLEDGED,
        branch,
        "policy " + evaluation.policy.id() + " ended, branch " + branch + " is not acknowledged");
    return false;
  }

  private void begin(BranchProgress next) {
    for (int index : timing.indexes()) {
      endRest(index, "the run is over");
      evaluation.step(index, StepProgress.NEW);
    }
    evaluation.branch(branch, next);
  }

  /** Ends all repetitions that were not taken, for a reason. */
  void end(String over) {
    timing.indexes().forEach(index -> endRest(index, over));
  }

  private void endRest(int index, String over) {
    Step step = evaluation.policy.steps().get(index);
    String reason = waits.reason(step).map(why -> over + "; " + why).orElse(over);
    while (evaluation.step(index).next() <= step.last()) {
      StepProgress progress = evaluation.step(index);
      Instant due = timing.due(index, progress.next()).orElse(null);
      evaluation.end(new Outcome(timing.key(index), Outcome.Kind.NOT_TAKEN, due, reason));
      evaluation.step(index, progress.ended(due));
    }
  }
}
