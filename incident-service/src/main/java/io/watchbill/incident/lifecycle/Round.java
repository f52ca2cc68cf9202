package io.watchbill.incident.lifecycle;

import java.time.Duration;
import java.time.Instant;

/**
 * One run at having an incident acknowledged, with its anchors and its clock.
 *
 * @param number from 1, without gaps
 * @param clock by when somebody must acknowledge it
 */
public record Round(int number, Anchors anchors, SlaClock clock) {

  static Round first(Instant now, Duration within) {
    return new Round(1, Anchors.of(now), SlaClock.start(now, within));
  }

  Round next(Instant now, Duration within) {
    return new Round(number + 1, Anchors.of(now), SlaClock.start(now, within));
  }

  /** Moves an instant into the part of this round that has passed. */
  Instant within(Instant at, Instant now) {
    Instant past = at.isAfter(now) ? now : at;
    return past.isBefore(anchors.triggered()) ? anchors.triggered() : past;
  }

  Round acknowledged(Instant at) {
    return new Round(number, anchors.withAcknowledged(at), clock.metAt(at));
  }

  /** A second acknowledgement moves nothing but the clock, if it was given before the first. */
  Round acknowledgedAgain(Instant at) {
    return new Round(number, anchors, clock.metAt(at));
  }

  Round updated(Instant at) {
    return new Round(number, anchors.withUpdate(at), clock);
  }

  /** The severity changes after the clock has stopped. */
  Round severityChanged(Instant now) {
    return new Round(number, anchors.withSeverityChange(now), clock);
  }

  /** The severity changes while the clock runs. */
  Round severityChanged(boolean worse, Instant now, Duration within) {
    return new Round(
        number,
        anchors.withSeverityChange(now),
        clock.severityChanged(worse, anchors.triggered(), now, within));
  }

  Round breachRecorded() {
    return new Round(number, anchors, clock.recorded());
  }
}
