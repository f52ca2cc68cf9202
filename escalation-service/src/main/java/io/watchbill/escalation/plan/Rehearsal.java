package io.watchbill.escalation.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a policy would do for an incident of which nothing changes and which nobody acknowledges: by
 * the same {@link Decider}, woken at every instant that is due.
 */
public final class Rehearsal {
  private static final int MOST_TURNS = 1_000;

  private Rehearsal() {}

  /** What one turn would do. */
  public record Turn(Instant at, Decision decision) {}

  /**
   * Rehearses an incident that is triggered at an instant.
   *
   * @param length how much time is walked through; turns are bounded besides
   * @return the turns in which anything happens, and the last one, whose waiting steps are those
   *     that were never taken
   */
  public static List<Turn> walk(
      Policy policy, Facts facts, KeptShifts shifts, Instant triggered, Duration length) {
    List<Turn> turns = new ArrayList<>();
    Progress progress = Progress.start(policy, triggered);
    Instant at = triggered;
    for (int i = 0; i < MOST_TURNS; i++) {
      Decision decision = Decider.decide(policy, progress, facts, shifts, at);
      turns.add(new Turn(at, decision));
      progress = decision.progress();
      if (decision.nextDue().isEmpty()
          || decision.nextDue().get().isAfter(triggered.plus(length))) {
        break;
      }
      at = decision.nextDue().get();
    }
    return turns;
  }
}
