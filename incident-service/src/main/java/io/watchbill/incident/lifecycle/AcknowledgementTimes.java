package io.watchbill.incident.lifecycle;

import java.time.Duration;

/** How long an acknowledgement may take, by severity: the catalogue as seen from here. */
@FunctionalInterface
public interface AcknowledgementTimes {
  Duration within(Severity severity);
}
