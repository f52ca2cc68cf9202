package io.watchbill.escalation.plan.decision;

import io.watchbill.escalation.plan.progress.Held;
import io.watchbill.escalation.plan.progress.Progress;
import java.util.List;
import java.util.Optional;

/**
 * The result of an evaluation.
 *
 * @param progress to be stored in place of the one that was read
 * @param outcomes the steps that ended, each with its reason
 * @param waiting the steps that have not ended, each with its reason
 * @param holds the holds that begin with this evaluation
 * @param end why the escalation is over; empty while it runs
 */
public record EscalationDecision(
    Progress progress,
    List<Outcome> outcomes,
    Orders orders,
    List<Waiting> waiting,
    List<Held> holds,
    NextEvaluation next,
    Optional<String> end) {

  /** Returns the number of pages, ended steps, holds and alarms. */
  public int size() {
    return outcomes.size() + orders.pages().size() + orders.alarms().size() + holds.size();
  }

  /** Returns the same without progress and waiting steps. */
  public EscalationDecision past(Progress start) {
    return new EscalationDecision(start, outcomes, orders, List.of(), holds, next, end);
  }
}
