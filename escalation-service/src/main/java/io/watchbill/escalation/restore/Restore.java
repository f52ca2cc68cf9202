package io.watchbill.escalation.restore;

import io.watchbill.escalation.snapshot.IncidentSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * The database was restored to an older moment: what was committed after it is lost, also what was
 * sent and acknowledged since.
 *
 * @param restoredTo the last moment that is known to be there
 */
record Restore(UUID id, Instant restoredTo, Instant noticedAt) {
  /** Timers that became due meanwhile fire again after the restore, and begin rounds. */
  private static final Duration CATCHING_UP = Duration.ofMinutes(10);

  /** How long a round's pages may repeat what was sent before. */
  static final Duration MARKED = Duration.ofDays(1);

  /**
   * Returns whether a page that is sent now may repeat one that was sent before the restore: its
   * round is as old, or its alerts are. An alert whose incident is lost comes again and opens
   * another.
   */
  boolean mayRepeat(IncidentSnapshot incident, Instant now) {
    boolean old =
        incident.round() == 1 && incident.began() != null
            ? !incident.began().isAfter(noticedAt)
            : !incident.anchors().triggered().isAfter(noticedAt.plus(CATCHING_UP));
    return old && now.isBefore(noticedAt.plus(MARKED));
  }
}
