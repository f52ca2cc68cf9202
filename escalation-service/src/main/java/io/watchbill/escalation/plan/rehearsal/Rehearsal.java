package io.watchbill.escalation.plan.rehearsal;

import io.watchbill.escalation.plan.Cancellation;
import io.watchbill.escalation.plan.decision.Decider;
import io.watchbill.escalation.plan.decision.EscalationDecision;
import io.watchbill.escalation.plan.facts.Facts;
import io.watchbill.escalation.plan.policy.Policy;
import io.watchbill.escalation.plan.progress.Progress;
import io.watchbill.escalation.plan.shifts.CachedShifts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * Walks a policy through time for an incident: evaluates it at every due instant and whenever the
 * incident changes.
 */
public final class Rehearsal {
  private static final int MOST_TURNS = 20_000;

  /** Bounds pages, ended steps, holds and alarms; a valid policy has fewer steps. */
  private static final int MOST_PAGED = 10_000;

  private Rehearsal() {}

  /** The decision at an instant. */
  public record Evaluation(Instant at, EscalationDecision decision) {}

  /** Facts that hold from an instant on. */
  public record Change(Instant at, Facts facts) {}

  /**
   * Rehearses an incident that is triggered at an instant.
   *
   * @param changes its facts in the order of time; the first ones hold from the trigger
   * @param length how much time to walk through; evaluations and their results are bounded too
   * @return the evaluations in which anything happens, and the last one, whose waiting steps are
   *     those that were never taken; only the last one has its progress
   * @throws CancellationException when the thread is interrupted
   */
  public static List<Evaluation> walk(
      Policy policy,
      List<Change> changes,
      CachedShifts shifts,
      Instant triggered,
      Duration length) {
    List<Evaluation> turns = new ArrayList<>();
    Progress start = Progress.start(policy, triggered);
    Progress progress = start;
    Optional<Instant> next = Optional.of(triggered);
    int paged = 0;
    for (int turn = 0; next.isPresent() && turn < MOST_TURNS && paged < MOST_PAGED; turn++) {
      Cancellation.check();
      Instant at = next.get();
      EscalationDecision decision =
          Decider.decide(policy, progress, factsAt(changes, at), shifts, at);
      forget(turns, start);
      turns.add(new Evaluation(at, decision));
      paged += decision.size();
      progress = decision.progress();
      next = next(decision, changes, at).filter(due -> !due.isAfter(triggered.plus(length)));
    }
    return turns;
  }

  /** Drops the waiting steps of the last evaluation, and all of it if nothing happened. */
  private static void forget(List<Evaluation> turns, Progress start) {
    if (turns.isEmpty()) {
      return;
    }
    Evaluation last = turns.removeLast();
    if (last.decision().size() > 0) {
      turns.add(new Evaluation(last.at(), last.decision().past(start)));
    }
  }

  private static Optional<Instant> next(
      EscalationDecision decision, List<Change> changes, Instant now) {
    if (decision.end().isPresent()) {
      return Optional.empty();
    }
    Optional<Instant> change =
        changes.stream().map(Change::at).filter(at -> at.isAfter(now)).findFirst();
    Optional<Instant> due = decision.next().due();
    return change.isPresent() && due.filter(at -> !at.isAfter(change.get())).isEmpty()
        ? change
        : due;
  }

  private static Facts factsAt(List<Change> changes, Instant at) {
    Facts facts = changes.getFirst().facts();
    for (Change change : changes) {
      facts = change.at().isAfter(at) ? facts : change.facts();
    }
    return facts;
  }
}
