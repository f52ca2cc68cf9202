package io.watchbill.incident.incident;

import io.watchbill.incident.integration.Integration;
import io.watchbill.incident.integration.IntegrationSettings;
import io.watchbill.incident.severity.SeverityCatalogue;
import io.watchbill.kit.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * After how long of silence an acknowledgement ends: as the integration says, else as the severity
 * does, else never.
 */
@ApplicationScoped
class AcknowledgementTimeouts {
  private final IntegrationSettings integrations;
  private final SeverityCatalogue catalogue;

  AcknowledgementTimeouts(IntegrationSettings integrations, SeverityCatalogue catalogue) {
    this.integrations = integrations;
    this.catalogue = catalogue;
  }

  Optional<Duration> of(Tx tx, Incident incident) {
    return incident
        .integration()
        .flatMap(id -> integrations.find(tx, id))
        .flatMap(Integration::acknowledgementTimeout)
        .or(() -> catalogue.acknowledgementTimeout(tx, incident.lifecycle().severity()));
  }

  /** When the acknowledgement of an incident ends; empty if it does not. */
  Optional<Instant> end(Tx tx, Incident incident) {
    return of(tx, incident).flatMap(incident.lifecycle()::acknowledgementEnds);
  }
}
