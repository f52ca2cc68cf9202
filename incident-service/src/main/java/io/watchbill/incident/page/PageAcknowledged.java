package io.watchbill.incident.page;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.watchbill.incident.incident.Actors;
import io.watchbill.incident.incident.Incident;
import io.watchbill.incident.incident.IncidentRepository;
import io.watchbill.incident.incident.Incidents;
import io.watchbill.incident.lifecycle.Branch;
import io.watchbill.incident.lifecycle.Decision;
import io.watchbill.incident.timeline.Timeline;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.event.CloudEvent;
import io.watchbill.kit.event.EventAnswer;
import io.watchbill.kit.event.EventConsumer;
import io.watchbill.kit.event.EventData;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes in an acknowledgement of a page by link, SMS or button. The answer confirms it, or refuses
 * it with the reason if a newer round needs an acknowledgement of its own.
 */
@ApplicationScoped
public class PageAcknowledged implements EventConsumer {
  private final Database database;
  private final IncidentRepository repository;
  private final Incidents incidents;
  private final Timeline timeline;
  private final EventData eventData;
  private final Actors actors;

  PageAcknowledged(
      Database database,
      IncidentRepository repository,
      Incidents incidents,
      Timeline timeline,
      EventData eventData,
      Actors actors) {
    this.database = database;
    this.repository = repository;
    this.incidents = incidents;
    this.timeline = timeline;
    this.eventData = eventData;
    this.actors = actors;
  }

  /** The data of the event. */
  @RegisterForReflection
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Data(UUID incident, int round, String branch, String person, Instant at, String channel) {

    Data {
      if (incident == null || person == null || at == null || round < 1) {
        throw new IllegalArgumentException("incident, round, person and at are needed");
      }
      branch = branch == null ? Branch.MAIN.name() : branch;
      channel = channel == null ? "page" : channel;
    }
  }

  @Override
  public String type() {
    return "page.acknowledged";
  }

  @Override
  public EventAnswer accept(CloudEvent event) {
    Data data = eventData.read(event, Data.class);
    return database.inTransaction(tx -> acknowledge(tx, event.id(), data));
  }

  private EventAnswer acknowledge(Tx tx, String eventId, Data data) {
    Optional<Incident> found = repository.lock(tx, data.incident());
    if (found.isEmpty()) {
      return EventAnswer.refused("there is no incident " + data.incident());
    }
    Incident incident = found.get();
    if (timeline.knows(tx, incident.id(), eventId)) {
      return EventAnswer.accepted();
    }
    Decision decision =
        incident
            .lifecycle()
            .acknowledgePage(
                data.round(),
                new Branch(data.branch()),
                actors.person(data.person(), data.channel()),
                data.at(),
                tx.now());
    incidents.apply(tx, incident, decision, eventId);
    return decision.reason().isRefusal()
        ? EventAnswer.refused(decision.reason().text())
        : EventAnswer.accepted();
  }
}
