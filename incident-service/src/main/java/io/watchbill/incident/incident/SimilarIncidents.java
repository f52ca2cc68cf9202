package io.watchbill.incident.incident;

import io.watchbill.incident.alert.AlertLists;
import io.watchbill.incident.alert.AlertView;
import io.watchbill.incident.visibility.VisibleIncidents;
import io.watchbill.kit.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds the incidents before that had the same alerts of the same sender, the newest first. */
@ApplicationScoped
public class SimilarIncidents {
  private static final int ALERTS = 20;
  private static final int MOST = 10;

  private final AlertLists alerts;
  private final IncidentRepository repository;

  SimilarIncidents(AlertLists alerts, IncidentRepository repository) {
    this.alerts = alerts;
    this.repository = repository;
  }

  /** Returns at most ten that are visible; looks at the newest alerts of the incident. */
  public List<SimilarIncident> to(Tx tx, Incident incident, VisibleIncidents visible) {
    if (incident.integration().isEmpty()) {
      return List.of();
    }
    Set<String> fingerprints =
        alerts.ofIncident(tx, incident.id(), ALERTS).stream()
            .map(AlertView::fingerprint)
            .collect(Collectors.toSet());
    Map<UUID, Long> inCommon =
        alerts.sameBefore(tx, incident.id(), incident.integration().get(), fingerprints, MOST);
    Map<UUID, Incident> found =
        repository.findAll(tx, inCommon.keySet()).stream()
            .filter(other -> visible.includes(other.viewable()))
            .collect(Collectors.toMap(Incident::id, Function.identity()));
    return inCommon.entrySet().stream()
        .filter(entry -> found.containsKey(entry.getKey()))
        .map(
            entry ->
                SimilarIncident.of(
                    Objects.requireNonNull(found.get(entry.getKey())), entry.getValue()))
        .toList();
  }
}
