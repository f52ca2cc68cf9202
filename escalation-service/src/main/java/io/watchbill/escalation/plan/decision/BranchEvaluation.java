package io.watchbill.escalation.plan.decision;

import io.watchbill.escalation.plan.decision.Outcome.Kind;
import io.watchbill.escalation.plan.facts.Branch;
import io.watchbill.escalation.plan.facts.BranchAcknowledgement;
import io.watchbill.escalation.plan.oncall.HoursCheck;
import io.watchbill.escalation.plan.policy.Step;
import io.watchbill.escalation.plan.policy.While;
import io.watchbill.escalation.plan.progress.AlarmKind;
import io.watchbill.escalation.plan.progress.Held;
import io.watchbill.escalation.plan.wording.Wording;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Evaluates one branch: takes the steps that are due and begins the next run. */
final class BranchEvaluation {

  private final Evaluation evaluation;
  private final Branch branch;
  private final BranchTiming timing;
  private final HoursCheck hours;
  private final Missed missed;
  private final StepWaits waits;
  private final BranchRuns runs;
  private @Nullable String foundNobody;

  BranchEvaluation(Evaluation evaluation, Branch branch) {
    this.evaluation = evaluation;
    this.branch = branch;
    this.timing = new BranchTiming(evaluation, branch);
    this.hours = new HoursCheck(evaluation.situation);
    this.missed = new Missed(evaluation, branch, timing);
    this.waits = new StepWaits(evaluation, branch, timing, hours);
    this.runs = new BranchRuns(evaluation, branch, timing, missed, waits);
  }

  void run() {
    timing.indexes().forEach(this::releaseWhatIsNoLongerHeld);
    do {
      takeWhatIsDue();
    } while (runs.beginsNext());
    new ShiftChange(evaluation, branch).run();
    for (int index : timing.indexes()) {
      waits.record(index);
    }
    if (foundNobody != null && !evaluation.branch(branch).paged()) {
      evaluation.alarm(AlarmKind.NOBODY_ON_CALL, branch, foundNobody);
    }
  }

  void stop(String reason) {
    evaluation.over(reason);
    runs.end(reason);
  }

  /** New facts may end a hold, or postpone the step. */
  private void releaseWhatIsNoLongerHeld(int index) {
    boolean due = timing.next(index).filter(next -> !next.at().isAfter(evaluation.now)).isPresent();
    boolean held = evaluation.step(index).held() != null;
    if (held && (!due || waits.reason(evaluation.policy.steps().get(index)).isPresent())) {
      evaluation.step(index, evaluation.step(index).notHeld());
      evaluation.branch(branch, evaluation.branch(branch).after(evaluation.now));
    }
  }

  private void takeWhatIsDue() {
    List<DueStep> due = new ArrayList<>();
    for (int index : timing.indexes()) {
      timing.next(index).filter(next -> !next.at().isAfter(evaluation.now)).ifPresent(due::add);
    }
    due.sort(Comparator.comparing(DueStep::at).thenComparing(DueStep::index));
    for (DueStep next : due) {
      takeAll(next.index());
    }
  }

  /** Takes a step's repetitions until one is not due or has to wait. */
  private void takeAll(int index) {
    while (true) {
      Optional<DueStep> next = timing.next(index).filter(due -> !due.at().isAfter(evaluation.now));
      if (next.isEmpty() || !take(next.get())) {
        return;
      }
    }
  }

  /** Returns whether the repetition ended. */
  private boolean take(DueStep due) {
    Held before = evaluation.step(due.index()).held();
    boolean ended = decide(due);
    if (before != null && evaluation.step(due.index()).held() == null) {
      Instant until = before.until();
      Instant end = until == null || until.isAfter(evaluation.now) ? evaluation.now : until;
      evaluation.branch(branch, evaluation.branch(branch).after(end));
    }
    return ended;
  }

  private boolean decide(DueStep due) {
    Step step = due.step();
    if (waits.reason(step).isPresent()) {
      return false;
    }
    Optional<BranchAcknowledgement> acknowledged =
        evaluation.facts.acknowledged(branch, step.acknowledgements());
    if (step.during() == While.UNACKNOWLEDGED && acknowledged.isPresent()) {
      String by =
          "acknowledged by "
              + evaluation.shifts.names().people(acknowledged.get().by())
              + " ("
              + Wording.instant(acknowledged.get().at(), ZoneOffset.UTC)
              + ")";
      return end(due, Kind.SKIPPED, by);
    }
    Optional<HoursCheck.Unmet> unmet = hours.unmet(step);
    if (unmet.isPresent()) {
      evaluation.step(
          due.index(),
          evaluation.step(due.index()).heldUntil(unmet.get().until(), unmet.get().reason()));
      return false;
    }
    return notifyTargets(due);
  }

  private boolean notifyTargets(DueStep due) {
    StepNotifier notifier = new StepNotifier(evaluation, branch, due, timing.effective(due.at()));
    notifier.run();
    Instant effective = notifier.effective();
    if (notifier.paged()) {
      evaluation.branch(branch, evaluation.branch(branch).pagingSomebody(effective));
    }
    if (notifier.waits()) {
      return false;
    }
    if (!notifier.paged() && !notifier.foundOnlyWhoHasAcknowledged()) {
      foundNobody = notifier.reason();
    }
    end(due, effective, notifier.paged() ? Kind.PAGED : Kind.SKIPPED, notifier.reason());
    missed.follow(due.index(), effective);
    return true;
  }

  private boolean end(DueStep due, Kind kind, String reason) {
    return end(due, due.at(), kind, reason);
  }

  private boolean end(DueStep due, Instant at, Kind kind, String reason) {
    evaluation.end(new Outcome(due.key(), kind, at, reason));
    evaluation.step(due.index(), evaluation.step(due.index()).ended(at));
    return true;
  }
}
