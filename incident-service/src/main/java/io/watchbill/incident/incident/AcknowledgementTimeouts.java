package io.watchbill.incident.incident;

import io.watchbill.incident.integration.IntegrationSettings;
import io.watchbill.incident.severity.SeverityCatalogue;
import io.watchbill.kit.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Acknowledgement time-outs: how long after the last update an acknowledgement ends, by the
 * integration, else by the severity, else never.
 */
@ApplicationScoped
class AcknowledgementTimeouts {
  private final IntegrationSettings integrations;
  private final SeverityCatalogue catalogue;

  AcknowledgementTimeouts(IntegrationSettings integrations, SeverityCatalogue catalogue) {
    this.integrations = integrations;
    this.catalogue = catalogue;
  }

  /** Returns when the acknowledgement of an incident ends; empty if it does not. */
  Optional<Instant> end(Tx tx, Incident incident) {
    return Optional.ofNullable(ends(tx, List.of(incident)).get(incident.id()));
  }

  /** Returns when the acknowledgements of incidents end, of those that do. */
  Map<UUID, Instant> ends(Tx tx, Collection<Incident> incidents) {
    List<Incident> acknowledged =
        incidents.stream().filter(one -> end(one, Duration.ZERO).isPresent()).toList();
    Map<String, Duration> ofIntegrations = ofIntegrations(tx, acknowledged);
    Map<UUID, Instant> ends = new HashMap<>();
    for (Incident incident : acknowledged) {
      incident
          .integration()
          .map(ofIntegrations::get)
          .or(() -> catalogue.acknowledgementTimeout(tx, incident.lifecycle().severity()))
          .flatMap(allowed -> end(incident, allowed))
          .ifPresent(end -> ends.put(incident.id(), end));
    }
    return ends;
  }

  private Map<String, Duration> ofIntegrations(Tx tx, List<Incident> incidents) {
    Set<String> ids =
        incidents.stream()
            .flatMap(incident -> incident.integration().stream())
            .collect(Collectors.toSet());
    return ids.isEmpty() ? Map.of() : integrations.acknowledgementTimeouts(tx, ids);
  }

  private static Optional<Instant> end(Incident incident, Duration allowed) {
    return incident.lifecycle().timed().acknowledgementEnds(allowed);
  }
}
