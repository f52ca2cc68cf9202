package io.watchbill.incident.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A clock of an incident: by when something must be done. What was done counts by its own instant,
 * not by its arrival; what was done at the due instant is late (intervals are half-open).
 *
 * @param due the end of the time allowed
 * @param met when it was done
 * @param breachRecorded whether the timeline has the breach already
 */
public record SlaClock(Instant due, Optional<Instant> met, boolean breachRecorded) {

  /** What a clock shows. */
  public enum Status {
    RUNNING,
    MET,
    BREACHED,
    /** The incident was resolved before the time was over and before it was done. */
    STOPPED
  }

  static SlaClock start(Instant begun, Duration within) {
    return new SlaClock(begun.plus(within), Optional.empty(), false);
  }

  /**
   * Returns what it shows at an instant.
   *
   * @param stopped when the incident was resolved, if it was
   */
  public Status status(Instant now, Optional<Instant> stopped) {
    if (met.isPresent()) {
      return met.get().isBefore(due) ? Status.MET : Status.BREACHED;
    }
    if (stopped.isPresent()) {
      return stopped.get().isBefore(due) ? Status.STOPPED : Status.BREACHED;
    }
    return now.isBefore(due) ? Status.RUNNING : Status.BREACHED;
  }

  /** Keeps the earliest instant, in whatever order they arrive. */
  SlaClock metAt(Instant at) {
    Instant first = met.filter(known -> !at.isBefore(known)).orElse(at);
    return new SlaClock(due, Optional.of(first), breachRecorded);
  }

  /**
   * Moves the due instant: a worse severity counts from the change, but never later than before; a
   * milder one counts from the beginning.
   */
  SlaClock severityChanged(boolean worse, Instant begun, Instant now, Duration within) {
    if (met.isPresent() || breachRecorded) {
      return this;
    }
    Instant allowed = worse ? now.plus(within) : begun.plus(within);
    Instant next = worse && due.isBefore(allowed) ? due : allowed;
    return new SlaClock(next, met, false);
  }

  SlaClock recorded() {
    return new SlaClock(due, met, true);
  }
}
