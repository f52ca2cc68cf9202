package io.watchbill.incident.integration;

import io.watchbill.incident.alert.SeverityTable;
import java.time.Duration;
import java.util.Optional;

/**
 * A sender of alerts as the intake sees it.
 *
 * @param kind which dialect it speaks
 * @param acknowledgementTimeout how long after the last update an acknowledgement ends; the
 *     severity's own when empty
 */
public record Integration(
    String id,
    String kind,
    String name,
    Recipient recipient,
    SeverityTable severities,
    Resolving resolving,
    Optional<Duration> acknowledgementTimeout,
    boolean archived) {

  /**
   * Who gets its incidents.
   *
   * @param policy named for them; without one the escalation-service chooses
   */
  public record Recipient(String team, Optional<String> policy) {}

  /**
   * How its incidents are resolved.
   *
   * @param withAlerts whether the last resolved alert resolves the incident
   * @param suppressAfter for how long repeats do not reopen what was resolved by hand
   */
  public record Resolving(boolean withAlerts, Duration suppressAfter) {}

  public String team() {
    return recipient.team();
  }
}
