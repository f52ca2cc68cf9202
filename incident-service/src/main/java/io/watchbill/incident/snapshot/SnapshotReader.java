package io.watchbill.incident.snapshot;

import io.watchbill.incident.incident.IncidentLinks;
import io.watchbill.incident.incident.IncidentRepository;
import io.watchbill.incident.lifecycle.AcknowledgementTimes;
import io.watchbill.incident.severity.SeverityCatalogue;
import io.watchbill.incident.visibility.VisibleIncidents;
import io.watchbill.kit.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Reads the snapshots of incidents as they are now. */
@ApplicationScoped
public class SnapshotReader {
  private final Database database;
  private final IncidentRepository repository;
  private final SeverityCatalogue catalogue;
  private final IncidentLinks links;

  SnapshotReader(
      Database database,
      IncidentRepository repository,
      SeverityCatalogue catalogue,
      IncidentLinks links) {
    this.database = database;
    this.repository = repository;
    this.catalogue = catalogue;
    this.links = links;
  }

  /** Returns the snapshots of those that exist and are visible. */
  List<IncidentSnapshot> of(Collection<UUID> ids, VisibleIncidents visible) {
    return database.read(
        tx -> {
          AcknowledgementTimes times = catalogue.times(tx);
          return repository.findAll(tx, ids).stream()
              .filter(incident -> visible.includes(incident.viewable()))
              .map(
                  incident ->
                      IncidentSnapshot.of(
                          incident,
                          times.within(incident.lifecycle().severity()),
                          links.of(incident)))
              .toList();
        });
  }
}
