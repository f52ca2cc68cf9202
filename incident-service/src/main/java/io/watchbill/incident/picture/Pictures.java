package io.watchbill.incident.picture;

import io.watchbill.incident.incident.IncidentLinks;
import io.watchbill.incident.incident.IncidentRepository;
import io.watchbill.incident.lifecycle.AcknowledgementTimes;
import io.watchbill.incident.severity.SeverityCatalogue;
import io.watchbill.kit.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Reads the pictures of incidents as they are now. */
@ApplicationScoped
public class Pictures {
  private final Database database;
  private final IncidentRepository repository;
  private final SeverityCatalogue catalogue;
  private final IncidentLinks links;

  Pictures(
      Database database,
      IncidentRepository repository,
      SeverityCatalogue catalogue,
      IncidentLinks links) {
    this.database = database;
    this.repository = repository;
    this.catalogue = catalogue;
    this.links = links;
  }

  /** The pictures of those that exist. */
  List<Picture> of(Collection<UUID> ids) {
    return database.read(
        tx -> {
          AcknowledgementTimes times = catalogue.times(tx);
          return repository.findAll(tx, ids).stream()
              .map(
                  incident ->
                      Picture.of(
                          incident,
                          times.within(incident.lifecycle().severity()),
                          links.of(incident)))
              .toList();
        });
  }
}
