package io.watchbill.escalation.plan.decision;

import io.watchbill.escalation.plan.facts.Branch;
import io.watchbill.escalation.plan.oncall.Finder;
import io.watchbill.escalation.plan.oncall.Found;
import io.watchbill.escalation.plan.policy.IfNobody;
import io.watchbill.escalation.plan.policy.Target;
import io.watchbill.escalation.plan.progress.AlarmKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Pages the targets of one repetition of a step. Targets that can be paged are paged at once; the
 * step waits for those that are unknown or held, and nobody is paged twice.
 */
final class StepNotifier {

  /** After this long without an answer an alarm is raised; the step keeps waiting. */
  static final Duration UNKNOWN_LIMIT = Duration.ofSeconds(30);

  private final Evaluation evaluation;
  private final Branch branch;
  private final DueStep due;
  private final Instant possible;
  private final Optional<String> asked;
  private final Finder finder;
  private final StepPages pages;
  private final Unreached unreached = new Unreached();
  private final SortedSet<Integer> settled;
  private boolean foundWhoHasAcknowledged;
  private @Nullable Instant nobodySince;

  /** Pages a repetition that is due, and possible since an instant. */
  StepNotifier(Evaluation evaluation, Branch branch, DueStep due, Instant possible) {
    this(evaluation, branch, due, possible, Optional.empty());
  }

  /** Pages now because somebody asks for it, without waiting for unknown or held targets. */
  StepNotifier(
      Evaluation evaluation, Branch branch, DueStep due, Instant possible, Optional<String> asked) {
    this.evaluation = evaluation;
    this.branch = branch;
    this.due = due;
    this.possible = possible;
    this.asked = asked;
    this.finder = new Finder(evaluation.situation);
    this.pages = new StepPages(evaluation, branch, due, possible, asked);
    this.settled = new TreeSet<>(evaluation.step(due.index()).settled());
  }

  void run() {
    List<Target> targets = due.step().targets();
    for (int index = 0; index < targets.size(); index++) {
      if (!settled.contains(index) && page(targets.get(index))) {
        settled.add(index);
      }
    }
    if (asked.isPresent()) {
      return;
    }
    if (!paged() && !waits()) {
      forWantOfOthers(due.step().ifNobody());
    }
    if (waits()) {
      recordWaiting();
    }
  }

  private void recordWaiting() {
    if (due.step().ifNobody() instanceof IfNobody.Hold) {
      unreached.arrivals().forEach(evaluation::wake);
    }
    unreached.heldUntil().ifPresent(evaluation::wake);
    evaluation.partly(due, settled, paged(), unreached.isHeld() ? pages.held(unreached) : null);
    if (unreached.isUnknown()) {
      waitForShifts();
    }
  }

  boolean waits() {
    return unreached.waits();
  }

  boolean paged() {
    return pages.paged();
  }

  /** Returns whether it paged nobody because everybody it found has acknowledged. */
  boolean foundOnlyWhoHasAcknowledged() {
    return !paged() && foundWhoHasAcknowledged;
  }

  /** Returns when the pages were due: when they were possible and within the needed hours. */
  Instant effective() {
    return pages.effective();
  }

  String reason() {
    return pages.reason();
  }

  /** Returns whether the target is settled. */
  private boolean page(Target target) {
    return switch (finder.find(target)) {
      case Found.Somebody some -> {
        boolean settles = page(some.all());
        pages.recordRoles(some.all());
        yield settles;
      }
      case Found.Nobody none -> nobody(none);
      case Found.Later held -> {
        unreached.add(held);
        yield false;
      }
      case Found.Unknown nothing -> {
        unreached.add(nothing);
        yield false;
      }
    };
  }

  private boolean nobody(Found.Nobody none) {
    pages.because(none.reason());
    unreached.add(none);
    return !(due.step().ifNobody() instanceof IfNobody.Hold);
  }

  /** Pages those who have not acknowledged; where all have, nobody counts as found. */
  private boolean page(List<Found.One> all) {
    List<Found.One> others = all.stream().filter(one -> !pages.hasDoneTheirPart(one)).toList();
    if (others.isEmpty()) {
      foundWhoHasAcknowledged = true;
      String people = String.join(", ", all.stream().map(pages::name).toList());
      return nobody(new Found.Nobody("already acknowledged by " + people, null));
    }
    others.forEach(one -> pages.order(one, nobodySince));
    return true;
  }

  private void forWantOfOthers(IfNobody otherwise) {
    switch (otherwise) {
      case IfNobody.Skip skip -> {}
      case IfNobody.Fallback fallback -> {
        // The people of the targets may have left while the step waited.
        nobodySince = finder.lastChange(due.step().targets()).orElse(null);
        page(fallback.target());
      }
      case IfNobody.Hold hold -> {
        unreached.hold(pages.reasons());
        evaluation.holdsForSomebody();
      }
    }
  }

  private void waitForShifts() {
    evaluation.waitsForShifts();
    Instant limit = possible.plus(UNKNOWN_LIMIT);
    if (evaluation.now.isBefore(limit)) {
      evaluation.wake(limit);
    } else {
      evaluation.alarm(AlarmKind.UNKNOWN_ON_CALL, branch, unreached.whyUnknown());
    }
  }
}
