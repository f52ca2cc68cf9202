package io.watchbill.incident.incident;

import io.watchbill.kit.database.Tx;
import io.watchbill.kit.timer.TimerHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** Writes into the timeline, once a round, that nobody acknowledged in time. */
@ApplicationScoped
public class AcknowledgementTimer implements TimerHandler {
  static final String KIND = "acknowledgement";

  private final IncidentRepository repository;
  private final Incidents incidents;

  AcknowledgementTimer(IncidentRepository repository, Incidents incidents) {
    this.repository = repository;
    this.incidents = incidents;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void fire(Tx tx, String key, Instant due) {
    // The transaction may have begun an instant before the timer was due.
    Instant now = tx.now().isBefore(due) ? due : tx.now();
    repository
        .lock(tx, UUID.fromString(key))
        .ifPresent(
            incident ->
                incidents.apply(tx, incident, incident.lifecycle().acknowledgementDue(now)));
  }
}
