package io.watchbill.escalation.plan;

import io.watchbill.escalation.plan.Outcome.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** One branch in one decision: takes what is due, begins the next run when one is over. */
final class BranchEvaluation {

  private final Evaluation turn;
  private final String branch;
  private final Timing timing;
  private final HoursCheck hours;
  private final Missed missed;
  private String foundNobody;

  BranchEvaluation(Evaluation turn, String branch) {
    this.turn = turn;
    this.branch = branch;
    this.timing = new Timing(turn, branch);
    this.hours = new HoursCheck(turn);
    this.missed = new Missed(turn, branch, timing);
  }

  void run() {
    timing.indexes().forEach(this::releaseWhatIsNoLongerHeld);
    do {
      takeWhatIsDue();
    } while (beginsNextPass());
    new ShiftChange(turn, branch).run();
    for (int index : timing.indexes()) {
      waitFor(index);
    }
    if (foundNobody != null && !turn.branch(branch).told()) {
      turn.alarm(AlarmKind.NOBODY_ON_CALL, branch, foundNobody);
    }
  }

  void stop(String reason) {
    turn.over(reason);
    for (int index : timing.indexes()) {
      endRest(index, reason);
    }
  }

  /** Other facts may ask for a held step no more, or only later. */
  private void releaseWhatIsNoLongerHeld(int index) {
    boolean due = nextDue(index).filter(next -> !next.at().isAfter(turn.now)).isPresent();
    boolean held = turn.step(index).held() != null;
    if (held && (!due || waitingReason(turn.policy.steps().get(index)).isPresent())) {
      turn.step(index, turn.step(index).notHeld());
      turn.branch(branch, turn.branch(branch).after(turn.now));
    }
  }

  private void takeWhatIsDue() {
    List<Due> due = new ArrayList<>();
    for (int index : timing.indexes()) {
      nextDue(index).filter(next -> !next.at().isAfter(turn.now)).ifPresent(due::add);
    }
    due.sort(Comparator.comparing(Due::at).thenComparing(Due::index));
    for (Due next : due) {
      takeAll(next.index());
    }
  }

  /** Takes a step's repetitions until one is not due or has to wait. */
  private void takeAll(int index) {
    while (true) {
      Optional<Due> next = nextDue(index).filter(due -> !due.at().isAfter(turn.now));
      if (next.isEmpty() || !take(next.get())) {
        return;
      }
    }
  }

  /** Answers whether the repetition ended. */
  private boolean take(Due due) {
    Held before = turn.step(due.index()).held();
    boolean ended = decide(due);
    if (before != null && turn.step(due.index()).held() == null) {
      boolean early = before.until() == null || before.until().isAfter(turn.now);
      Instant end = early ? turn.now : before.until();
      turn.branch(branch, turn.branch(branch).after(end));
    }
    return ended;
  }

  private boolean decide(Due due) {
    Step step = due.step();
    if (waitingReason(step).isPresent()) {
      return false;
    }
    Optional<Acknowledged> acknowledged = turn.facts.acknowledged(branch, step.acknowledgements());
    if (step.during() == While.UNACKNOWLEDGED && acknowledged.isPresent()) {
      String by = "acknowledged by " + acknowledged.get().by() + " at " + acknowledged.get().at();
      return end(due, Kind.SKIPPED, by);
    }
    Optional<HoursCheck.Unmet> unmet = hours.unmet(step);
    if (unmet.isPresent()) {
      turn.step(due.index(), turn.step(due.index()).heldFor(unmet.get()));
      return false;
    }
    return tell(due);
  }

  private boolean tell(Due due) {
    StepNotifier telling = new StepNotifier(turn, branch, due, timing.effective(due.at()));
    telling.run();
    Instant effective = telling.effective();
    if (telling.told()) {
      turn.branch(branch, turn.branch(branch).tellingSomebody(effective));
    }
    if (telling.waits()) {
      return false;
    }
    if (!telling.told() && !telling.foundOnlyWhoHasAcknowledged()) {
      foundNobody = telling.reason();
    }
    end(due, effective, telling.told() ? Kind.PAGED : Kind.SKIPPED, telling.reason());
    missed.follow(due.index(), effective);
    return true;
  }

  private boolean end(Due due, Kind kind, String reason) {
    return end(due, due.at(), kind, reason);
  }

  private boolean end(Due due, Instant at, Kind kind, String reason) {
    turn.end(new Outcome(due.key(), kind, at, reason));
    turn.step(due.index(), turn.step(due.index()).ended(at));
    return true;
  }

  /** An acknowledged branch begins no run; one that waits for its confirmation neither. */
  private boolean beginsNextPass() {
    int needed = timing.acknowledgementsNeeded();
    if (turn.branch(branch).exhausted() || turn.facts.acknowledged(branch, needed).isPresent()) {
      return false;
    }
    Optional<Instant> end = missed.passEnd();
    if (end.isEmpty()) {
      return false;
    }
    if (end.get().isAfter(turn.now)) {
      turn.wake(end.get());
      return false;
    }
    BranchProgress progress = turn.branch(branch);
    if (progress.run() + 1 < turn.policy.runs()) {
      beginPass(progress.nextPass(end.get()));
      return true;
    }
    turn.branch(branch, progress.ending());
    turn.alarm(
        AlarmKind.ENDED_UNACKNOWLEDGED,
        branch,
        "policy " + turn.policy.id() + " ended, branch " + branch + " is not acknowledged");
    return false;
  }

  private void beginPass(BranchProgress next) {
    for (int index : timing.indexes()) {
      endRest(index, "the run is over");
      turn.step(index, StepProgress.NEW);
    }
    turn.branch(branch, next);
  }

  private void endRest(int index, String over) {
    Step step = turn.policy.steps().get(index);
    String reason = waitingReason(step).map(why -> over + "; " + why).orElse(over);
    while (turn.step(index).next() <= step.last()) {
      StepProgress progress = turn.step(index);
      Instant due = timing.due(index, progress.next()).orElse(null);
      turn.end(new Outcome(key(index), Kind.NOT_TAKEN, due, reason));
      turn.step(index, progress.ended(due));
    }
  }

  private void waitFor(int index) {
    Step step = turn.policy.steps().get(index);
    if (turn.step(index).next() > step.last()) {
      return;
    }
    Optional<Instant> due = timing.due(index, turn.step(index).next());
    Optional<String> why = waitingReason(step);
    boolean isDue = due.filter(at -> !at.isAfter(turn.now)).isPresent();
    if (why.isEmpty() && !isDue) {
      due.ifPresent(turn::wake);
    }
    String reason = why.orElseGet(() -> isDue ? whyNotTaken(index) : whyNotDue(due));
    turn.waits(new Waiting(key(index), due.orElse(null), reason));
  }

  private static String whyNotDue(Optional<Instant> due) {
    return due.isEmpty() ? "its anchor has not happened" : "not due yet";
  }

  /** Due, and still waiting for an hour or for somebody. */
  private String whyNotTaken(int index) {
    Optional<HoursCheck.Unmet> unmet = hours.unmet(turn.policy.steps().get(index));
    if (unmet.isEmpty()) {
      Held held = turn.step(index).held();
      return held == null ? "who is on call is not known" : held.reason();
    }
    if (unmet.get().until() != null) {
      turn.wake(unmet.get().until());
    }
    if (turn.policy.steps().get(index).when().hours().orElseThrow().ofResponder()) {
      turn.holdsForSomebody();
    }
    return unmet.get().reason();
  }

  /** Why a step that is due stays undecided whatever the hour. */
  private Optional<String> waitingReason(Step step) {
    Optional<String> unmet = step.when().unmet(turn.facts);
    if (unmet.isPresent() || step.during() == While.OPEN) {
      return unmet;
    }
    return turn.facts
        .acknowledged(branch, step.acknowledgements())
        .filter(acknowledged -> !acknowledged.confirmed())
        .map(ack -> "the acknowledgement by " + ack.by() + " waits to be confirmed");
  }

  private Optional<Due> nextDue(int index) {
    Step step = turn.policy.steps().get(index);
    int next = turn.step(index).next();
    if (next > step.last()) {
      return Optional.empty();
    }
    return timing.due(index, next).map(at -> new Due(index, step, key(index), at));
  }

  private StepKey key(int index) {
    return new StepKey(turn.branch(branch).run(), index, turn.step(index).next());
  }
}
