package io.watchbill.incident.incident;

import io.watchbill.incident.severity.SeverityCatalogue;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.timer.TimerHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** Tells somebody again when nothing was heard since the acknowledgement. */
@ApplicationScoped
public class TimeoutTimer implements TimerHandler {
  static final String KIND = "acknowledgement-timeout";

  private final IncidentRepository repository;
  private final Incidents incidents;
  private final AcknowledgementTimeouts timeouts;
  private final SeverityCatalogue catalogue;

  TimeoutTimer(
      IncidentRepository repository,
      Incidents incidents,
      AcknowledgementTimeouts timeouts,
      SeverityCatalogue catalogue) {
    this.repository = repository;
    this.incidents = incidents;
    this.timeouts = timeouts;
    this.catalogue = catalogue;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void fire(Tx tx, String key, Instant due) {
    Instant now = tx.now().isBefore(due) ? due : tx.now();
    repository
        .lock(tx, UUID.fromString(key))
        .ifPresent(
            incident ->
                timeouts
                    .of(tx, incident)
                    .ifPresent(
                        allowed ->
                            incidents.apply(
                                tx,
                                incident,
                                incident
                                    .lifecycle()
                                    .acknowledgementTimedOut(allowed, now, catalogue.times(tx)))));
  }
}
