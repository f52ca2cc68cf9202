package io.watchbill.incident.intake;

import io.watchbill.incident.alert.GroupRepository;
import io.watchbill.incident.alert.GroupRepository.Group;
import io.watchbill.incident.alert.Hash;
import io.watchbill.incident.incident.Incident;
import io.watchbill.incident.incident.IncidentRepository;
import io.watchbill.incident.incident.Incidents;
import io.watchbill.incident.incident.NewIncident;
import io.watchbill.incident.integration.Integration;
import io.watchbill.incident.lifecycle.Actor;
import io.watchbill.kit.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/**
 * Notifies a team that a message of its integration was refused, because an alert may have been in
 * it. One incident is open at a time; while it is, further refusals are only in the incoming log.
 */
@ApplicationScoped
public class RefusedMessages {
  private static final String KEY = "watchbill:message-refused";
  private static final byte[] KEY_HASH = Hash.of(KEY);

  private final GroupRepository groups;
  private final IncidentRepository repository;
  private final Incidents incidents;

  RefusedMessages(GroupRepository groups, IncidentRepository repository, Incidents incidents) {
    this.groups = groups;
    this.repository = repository;
    this.incidents = incidents;
  }

  /** Opens the incident, or returns the open one. */
  Incident report(Tx tx, Integration integration, String why, Actor by) {
    Group group = groups.findOrMake(tx, integration.id(), KEY_HASH, KEY, false);
    if (!group.made()) {
      return repository.find(tx, group.incident()).orElseThrow();
    }
    NewIncident opened =
        new NewIncident(
            "Message refused: " + integration.name(),
            integration.recipient().team(),
            integration.recipient().policy(),
            Optional.of(integration.id()),
            integration.severities().otherwise(),
            Set.of(),
            "a message of " + integration.id() + " was refused. " + why,
            Optional.empty());
    return incidents.open(tx, group.incident(), opened, by);
  }
}
