package io.watchbill.incident.incident;

import io.watchbill.incident.lifecycle.Severity;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * An incident to be opened.
 *
 * @param cause one clause for the timeline
 * @param alertsBegan when the first of its alerts began, as their sender says; empty if there are
 *     none
 */
public record NewIncident(
    String title,
    String team,
    Optional<String> policy,
    Optional<String> integration,
    Severity severity,
    Set<String> tags,
    String cause,
    Optional<Instant> alertsBegan) {

  /** Returns when that began of which it is; what has not begun yet begins now. */
  Instant began(Instant now) {
    return alertsBegan.filter(began -> began.isBefore(now)).orElse(now);
  }
}
