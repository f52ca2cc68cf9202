package io.watchbill.escalation.plan.decision;

import io.watchbill.escalation.plan.facts.Branch;
import io.watchbill.escalation.plan.oncall.HoursCheck;
import io.watchbill.escalation.plan.policy.Step;
import io.watchbill.escalation.plan.policy.While;
import io.watchbill.escalation.plan.progress.Held;
import java.time.Instant;
import java.util.Optional;

/** Finds why the open steps of a branch wait, and when to evaluate them again. */
final class StepWaits {
  private final Evaluation evaluation;
  private final Branch branch;
  private final BranchTiming timing;
  private final HoursCheck hours;

  StepWaits(Evaluation evaluation, Branch branch, BranchTiming timing, HoursCheck hours) {
    this.evaluation = evaluation;
    this.branch = branch;
    this.timing = timing;
    this.hours = hours;
  }

  /** Records that a step waits, unless all its repetitions have ended. */
  void record(int index) {
    Step step = evaluation.policy.steps().get(index);
    if (evaluation.step(index).next() > step.last()) {
      return;
    }
    Optional<Instant> due = timing.due(index, evaluation.step(index).next());
    Optional<String> why = reason(step);
    boolean isDue = due.filter(at -> !at.isAfter(evaluation.now)).isPresent();
    if (why.isEmpty() && !isDue) {
      due.ifPresent(evaluation::wake);
    }
    String reason = why.orElseGet(() -> isDue ? whyNotTaken(index) : whyNotDue(due));
    evaluation.waits(new Waiting(timing.key(index), due.orElse(null), reason));
  }

  private static String whyNotDue(Optional<Instant> due) {
    return due.isEmpty() ? "its anchor has not happened" : "not due yet";
  }

  /** Returns why a due step still waits: for working hours or for somebody on call. */
  private String whyNotTaken(int index) {
    Optional<HoursCheck.Unmet> unmet = hours.unmet(evaluation.policy.steps().get(index));
    if (unmet.isEmpty()) {
      Held held = evaluation.step(index).held();
      return held == null ? "who is on call is not known" : held.reason();
    }
    if (unmet.get().until() != null) {
      evaluation.wake(unmet.get().until());
    }
    if (evaluation.policy.steps().get(index).when().hours().orElseThrow().ofResponder()) {
      evaluation.holdsForSomebody();
    }
    return unmet.get().reason();
  }

  /** Returns why a due step stays undecided regardless of working hours. */
  Optional<String> reason(Step step) {
    Optional<String> unmet = step.when().unmet(evaluation.facts);
    if (unmet.isPresent() || step.during() == While.OPEN) {
      return unmet;
    }
    return evaluation
        .facts
        .acknowledged(branch, step.acknowledgements())
        .filter(acknowledged -> !acknowledged.confirmed())
        .map(
            ack ->
                "the acknowledgement by "
                    + evaluation.shifts.names().people(ack.by())
                    + " waits to be confirmed");
  }
}
