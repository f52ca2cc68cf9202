package io.watchbill.incident.incident;

import io.watchbill.incident.severity.SeverityCatalogue;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.timer.TimerHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** Ends mutes and snoozes. */
@ApplicationScoped
public class QuietTimer implements TimerHandler {
  static final String KIND = "quiet";

  private final IncidentRepository repository;
  private final Incidents incidents;
  private final SeverityCatalogue catalogue;

  QuietTimer(IncidentRepository repository, Incidents incidents, SeverityCatalogue catalogue) {
    this.repository = repository;
    this.incidents = incidents;
    this.catalogue = catalogue;
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
                incidents.apply(
                    tx, incident, incident.lifecycle().quietDue(now, catalogue.times(tx))));
  }
}
