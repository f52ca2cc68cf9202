package io.watchbill.incident.lifecycle;

import java.time.Duration;

/** How long an acknowledgement may take, by severity. */
@FunctionalInterface
public interface AcknowledgementTimes {
  Duration within(Severity severity);
}
