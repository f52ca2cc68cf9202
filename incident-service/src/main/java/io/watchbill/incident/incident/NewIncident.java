package io.watchbill.incident.incident;

import io.watchbill.incident.lifecycle.Severity;
import java.util.Optional;
import java.util.Set;

/**
 * An incident to be opened.
 *
 * @param cause one clause for the timeline
 */
public record NewIncident(
    String title,
    String team,
    Optional<String> policy,
    Optional<String> integration,
    Severity severity,
    Set<String> tags,
    String cause) {}
