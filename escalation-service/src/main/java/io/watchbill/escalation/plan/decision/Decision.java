package io.watchbill.escalation.plan.decision;

import io.watchbill.escalation.plan.progress.Held;
import io.watchbill.escalation.plan.progress.Progress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The result of an evaluation.
 *
 * @param progress to be stored in place of the one that was read
 * @param outcomes the steps that ended, each with its reason
 * @param takeovers shifts that changed hands: the people who left are paged no more
 * @param waiting the steps that have not ended, each with its reason
 * @param holds the holds that begin with this evaluation
 * @param nextDue when to evaluate again; empty while only new facts can change anything
 * @param unknown a step waits for shifts that are not known: decide again when they may be
 * @param holding a step waits for somebody to come on call: decide again every minute or so
 * @param end why the escalation is over; empty while it runs
 */
public record Decision(
    Progress progress,
    List<Outcome> outcomes,
    List<PageOrder> pages,
    List<Takeover> takeovers,
    List<AlarmOrder> alarms,
    List<Waiting> waiting,
    List<Held> holds,
    Optional<Instant> nextDue,
    boolean unknown,
    boolean holding,
    Optional<String> end) {

  /** Returns the number of pages, ended steps, holds and alarms. */
  public int size() {
    return outcomes.size() + pages.size() + alarms.size() + holds.size();
  }

  /** Returns the same without progress and waiting steps. */
  public Decision past(Progress start) {
    return new Decision(
        start, outcomes, pages, takeovers, alarms, List.of(), holds, nextDue, unknown, holding,
        end);
  }
}
