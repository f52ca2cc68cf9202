package io.watchbill.incident.intake;

import io.watchbill.incident.alert.IncomingAlert;
import io.watchbill.incident.dialect.AlertGroup;
import io.watchbill.incident.incident.NewIncident;
import io.watchbill.incident.integration.Integration.Recipient;
import io.watchbill.incident.lifecycle.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A group of alerts and where its incident goes.
 *
 * @param recipient who gets the incident
 * @param resolveWithAlerts whether the last resolved alert resolves the incident
 * @param cut whether its sender left alerts out
 */
record RoutedGroup(
    AlertGroup group,
    String integration,
    Recipient recipient,
    boolean resolveWithAlerts,
    boolean cut) {

  List<IncomingAlert> alerts() {
    return group.alerts();
  }

  List<IncomingAlert> firing() {
    return group.firing();
  }

  /** The incident to be opened for it; at least one of its alerts fires. */
  NewIncident opened() {
    List<IncomingAlert> firing = firing();
    String first = firing.getFirst().name();
    return new NewIncident(
        group.title(),
        recipient.team(),
        recipient.policy(),
        Optional.of(integration),
        Severity.worst(firing.stream().map(IncomingAlert::severity).toList()).orElseThrow(),
        tags(firing),
        firing.size() == 1 ? "alert " + first : firing.size() + " alerts, " + first + " first",
        firing.stream().map(alert -> alert.span().start()).min(Instant::compareTo));
  }

  static Set<String> tags(List<IncomingAlert> alerts) {
    return alerts.stream().flatMap(alert -> alert.tags().stream()).collect(Collectors.toSet());
  }
}
