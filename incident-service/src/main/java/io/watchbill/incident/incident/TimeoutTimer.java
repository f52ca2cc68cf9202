package io.watchbill.incident.incident;

import io.watchbill.incident.lifecycle.AcknowledgementTimes;
import io.watchbill.incident.lifecycle.Decision;
import io.watchbill.incident.severity.SeverityCatalogue;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.timer.DueTimer;
import io.watchbill.kit.timer.Timers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Ends acknowledgements that time out, so that somebody is paged again. The time-out that is set
 * when the timer fires counts: if it was raised meanwhile, the timer waits for the rest.
 */
@ApplicationScoped
public class TimeoutTimer implements IncidentTimer {
  static final String KIND = "acknowledgement-timeout";

  private final IncidentRepository repository;
  private final DueIncidents due;
  private final AcknowledgementTimeouts timeouts;
  private final SeverityCatalogue catalogue;
  private final Timers timers;

  TimeoutTimer(
      IncidentRepository repository,
      DueIncidents due,
      AcknowledgementTimeouts timeouts,
      SeverityCatalogue catalogue,
      Timers timers) {
    this.repository = repository;
    this.due = due;
    this.timeouts = timeouts;
    this.catalogue = catalogue;
    this.timers = timers;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void fire(Tx tx, List<DueTimer> fired) {
    catalogue.reload(tx);
    AcknowledgementTimes times = catalogue.times(tx);
    List<UUID> ids = fired.stream().map(timer -> UUID.fromString(timer.key())).toList();
    Map<UUID, Instant> ends = timeouts.ends(tx, repository.lockAll(tx, ids));
    due.decide(
        tx,
        fired,
        (incident, now) ->
            decide(tx, incident, Optional.ofNullable(ends.get(incident.id())), now, times));
  }

  private Decision decide(
      Tx tx, Incident incident, Optional<Instant> end, Instant now, AcknowledgementTimes times) {
    Decision decision = incident.lifecycle().timed().acknowledgementTimedOut(end, now, times);
    end.filter(now::isBefore)
        .ifPresent(later -> timers.set(tx, KIND, incident.id().toString(), later));
    return decision;
  }
}
