package io.watchbill.incident.integration;

import io.watchbill.incident.alert.SeverityTable;
import java.time.Duration;
import java.util.Optional;

/**
 * A sender of alerts as the intake sees it.
 *
 * @param policy named for its incidents; without one the escalation-service chooses
 * @param resolveWithAlerts whether the last resolved alert resolves the incident
 * @param suppressAfterResolve how long repeats stay quiet after a resolve by hand
 * @param acknowledgementTimeout after how long of silence an acknowledgement ends, where it is not
 *     as the severity says
 */
public record Integration(
    String id,
    String name,
    String team,
    Optional<String> policy,
    SeverityTable severities,
    boolean resolveWithAlerts,
    Duration suppressAfterResolve,
    Optional<Duration> acknowledgementTimeout,
    boolean archived) {}
