package io.watchbill.incident.incident;

import io.watchbill.incident.severity.SeverityCatalogue;
import io.watchbill.incident.severity.TimeoutChanges;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.timer.TimerHandler;
import io.watchbill.kit.timer.Timers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Resets the timers of acknowledged incidents after an acknowledgement time-out was changed, added
 * or removed, a batch of incidents at a time.
 */
@ApplicationScoped
public class ChangedTimeouts implements TimerHandler {
  private static final int SOME = 200;
  private static final UUID FIRST = new UUID(0, 0);

  private final IncidentRepository repository;
  private final AcknowledgementTimeouts timeouts;
  private final SeverityCatalogue catalogue;
  private final Timers timers;

  ChangedTimeouts(
      IncidentRepository repository,
      AcknowledgementTimeouts timeouts,
      SeverityCatalogue catalogue,
      Timers timers) {
    this.repository = repository;
    this.timeouts = timeouts;
    this.catalogue = catalogue;
    this.timers = timers;
  }

  @Override
  public String kind() {
    return TimeoutChanges.KIND;
  }

  /** The key holds which pass it is, and after which incident it continues. */
  @Override
  public void fire(Tx tx, String key, Instant due) {
    String[] parts = key.split(" ", 2);
    UUID after = parts.length == 2 ? UUID.fromString(parts[1]) : FIRST;
    catalogue.reload(tx);
    List<Incident> some = repository.lockAcknowledged(tx, after, SOME);
    Map<UUID, Instant> ends = timeouts.ends(tx, some);
    some.forEach(incident -> set(tx, incident, Optional.ofNullable(ends.get(incident.id()))));
    if (some.size() == SOME) {
      timers.set(tx, kind(), parts[0] + " " + some.getLast().id(), tx.now());
    }
  }

  private void set(Tx tx, Incident incident, Optional<Instant> end) {
    String key = incident.id().toString();
    end.ifPresentOrElse(
        at -> timers.set(tx, TimeoutTimer.KIND, key, at),
        () -> timers.cancel(tx, TimeoutTimer.KIND, key));
  }
}
