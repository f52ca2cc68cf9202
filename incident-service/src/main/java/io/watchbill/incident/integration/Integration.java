package io.watchbill.incident.integration;

import io.watchbill.incident.alert.SeverityTable;
import java.time.Duration;
import java.util.Optional;

/**
 * A sender of alerts as the intake sees it.
 *
 * @param kind which dialect it speaks
 * @param policy named for its incidents; without one the escalation-service chooses
 * @param resolveWithAlerts whether the last resolved alert resolves the incident
 * @param suppressAfterResolve for how long repeats do not reopen what was resolved by hand
 * @param acknowledgementTimeout how long after the last update an acknowledgement ends; the
 *     severity's own when empty
 */
public record Integration(
    String id,
    String kind,
    String name,
    String team,
    Optional<String> policy,
    SeverityTable severities,
    boolean resolveWithAlerts,
    Duration suppressAfterResolve,
    Optional<Duration> acknowledgementTimeout,
    boolean archived) {}
