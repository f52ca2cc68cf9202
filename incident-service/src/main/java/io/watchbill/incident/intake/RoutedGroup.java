package io.watchbill.incident.intake;

import io.watchbill.incident.alert.IncomingAlert;
import io.watchbill.incident.dialect.AlertGroup;
import java.util.List;
import java.util.Optional;

/**
 * A group of alerts and where its incident goes.
 *
 * @param team that the incident belongs to
 * @param policy named for it; without one the escalation-service chooses
 * @param resolveWithAlerts whether the last resolved alert resolves the incident
 * @param cut whether its sender left alerts out
 */
record RoutedGroup(
    AlertGroup group,
    String integration,
    String team,
    Optional<String> policy,
    boolean resolveWithAlerts,
    boolean cut) {

  List<IncomingAlert> alerts() {
    return group.alerts();
  }

  List<IncomingAlert> firing() {
    return group.firing();
  }
}
