package io.watchbill.incident.lifecycle;

import java.time.Duration;
import java.time.Instant;

/**
 * Who causes a transition and when.
 *
 * @param times how long an acknowledgement may take from then on
 */
record Occasion(Actor by, Instant now, AcknowledgementTimes times) {

  Duration within(Severity severity) {
    return times.within(severity);
  }
}
