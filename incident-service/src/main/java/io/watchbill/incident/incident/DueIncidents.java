package io.watchbill.incident.incident;

import static java.util.Objects.requireNonNull;

import io.watchbill.incident.lifecycle.Decision;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.timer.DueTimer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Incidents whose timers are due. Timers that are due together fire together, so that in a flood
 * the last one does not reach the escalation-service too late.
 */
@ApplicationScoped
class DueIncidents {
  /** How many fire in one transaction. */
  static final int TOGETHER = 100;

  private final IncidentRepository repository;
  private final Incidents incidents;

  DueIncidents(IncidentRepository repository, Incidents incidents) {
    this.repository = repository;
    this.incidents = incidents;
  }

  /**
   * Locks the incidents in the order of their ids and stores the decision about each.
   *
   * @param timers whose keys are ids of incidents
   */
  void decide(Tx tx, List<DueTimer> timers, BiFunction<Incident, Instant, Decision> decision) {
    Map<UUID, DueTimer> byIncident =
        timers.stream()
            .collect(Collectors.toMap(timer -> UUID.fromString(timer.key()), Function.identity()));
    for (Incident incident : repository.lockAll(tx, byIncident.keySet())) {
      Instant now = notBefore(requireNonNull(byIncident.get(incident.id())).due(), tx.now());
      incidents.apply(tx, incident, decision.apply(incident, now));
    }
  }

  /** The transaction may have begun an instant before the timer was due. */
  private static Instant notBefore(Instant due, Instant now) {
    return now.isBefore(due) ? due : now;
  }
}
