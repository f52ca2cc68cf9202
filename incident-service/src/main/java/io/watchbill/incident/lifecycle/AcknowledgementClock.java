package io.watchbill.incident.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The acknowledgement clock of one round: by when somebody must acknowledge. An acknowledgement
 * counts by its own instant, not by its arrival; one at the due instant is late (intervals are
 * half-open).
 *
 * @param due the end of the time allowed
 * @param acknowledged when a person acknowledged in this round
 * @param breachRecorded whether the timeline has the breach already
 */
public record AcknowledgementClock(
    Instant due, Optional<Instant> acknowledged, boolean breachRecorded) {

  /** What a clock shows. */
  public enum Status {
    RUNNING,
    MET,
    BREACHED,
    /** The incident was resolved before the time was over and before anybody acknowledged. */
    STOPPED
  }

  static AcknowledgementClock start(Instant triggered, Duration within) {
    return new AcknowledgementClock(triggered.plus(within), Optional.empty(), false);
  }

  /**
   * Returns what it shows at an instant.
   *
   * @param stopped when the incident was resolved, if it was
   */
  public Status status(Instant now, Optional<Instant> stopped) {
    if (acknowledged.isPresent()) {
      return acknowledged.get().isBefore(due) ? Status.MET : Status.BREACHED;
    }
    if (stopped.isPresent()) {
      return stopped.get().isBefore(due) ? Status.STOPPED : Status.BREACHED;
    }
    return now.isBefore(due) ? Status.RUNNING : Status.BREACHED;
  }

  /** Keeps the earliest acknowledgement, in whatever order they arrive. */
  AcknowledgementClock acknowledgedAt(Instant at) {
    Instant first = acknowledged.filter(known -> !at.isBefore(known)).orElse(at);
    return new AcknowledgementClock(due, Optional.of(first), breachRecorded);
  }

  /**
   * Moves the due instant: a worse severity counts from the change, but never later than before; a
   * milder one counts from the trigger.
   */
  AcknowledgementClock severityChanged(
      boolean worse, Instant triggered, Instant now, Duration within) {
    if (acknowledged.isPresent() || breachRecorded) {
      return this;
    }
    Instant allowed = worse ? now.plus(within) : triggered.plus(within);
    Instant next = worse && due.isBefore(allowed) ? due : allowed;
    return new AcknowledgementClock(next, acknowledged, false);
  }

  AcknowledgementClock recorded() {
    return new AcknowledgementClock(due, acknowledged, true);
  }
}
