package io.watchbill.incident.page;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.watchbill.incident.alert.Cleaner;
import io.watchbill.incident.incident.IncidentRepository;
import io.watchbill.incident.lifecycle.Actor;
import io.watchbill.incident.lifecycle.Entry;
import io.watchbill.incident.lifecycle.Entry.Kind;
import io.watchbill.incident.timeline.Timeline;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.event.CloudEvent;
import io.watchbill.kit.event.EventAnswer;
import io.watchbill.kit.event.EventConsumer;
import io.watchbill.kit.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** What the escalation-service did about an incident; an entry of its timeline. */
@ApplicationScoped
public class EscalationRecorded implements EventConsumer {
  private static final int TEXT_LENGTH = 4000;
  private static final int DATA_LENGTH = 16_000;
  private static final Map<String, Kind> KINDS =
      Map.of(
          "step", Kind.ESCALATION_STEP,
          "page", Kind.ESCALATION_PAGE,
          "delivery", Kind.ESCALATION_DELIVERY,
          "alarm", Kind.ESCALATION_ALARM);
  private static final Actor ESCALATION = new Actor(Actor.Kind.SERVICE, "escalation", "event");

  private final Database database;
  private final IncidentRepository repository;
  private final Timeline timeline;
  private final Json json;

  EscalationRecorded(
      Database database, IncidentRepository repository, Timeline timeline, Json json) {
    this.database = database;
    this.repository = repository;
    this.timeline = timeline;
    this.json = json;
  }

  /** What the event carries. */
  @RegisterForReflection
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Data(UUID incident, int round, Instant at, String kind, String text, JsonNode data) {
    Data {
      if (incident == null || at == null || text == null) {
        throw new IllegalArgumentException("incident, at and text are needed");
      }
    }
  }

  @Override
  public String type() {
    return "escalation.recorded";
  }

  @Override
  public EventAnswer accept(CloudEvent event) {
    Data data;
    try {
      data = json.convert(event.data(), Data.class);
    } catch (JsonProcessingException e) {
      return EventAnswer.invalid(e.getOriginalMessage());
    }
    return database.inTransaction(tx -> record(tx, event.id(), data));
  }

  private EventAnswer record(Tx tx, String eventId, Data data) {
    if (repository.find(tx, data.incident()).isEmpty()) {
      return EventAnswer.invalid("there is no incident " + data.incident());
    }
    Kind kind = KINDS.getOrDefault(String.valueOf(data.kind()), Kind.ESCALATION_STEP);
    String text = new Cleaner().text(data.text(), TEXT_LENGTH);
    timeline.appendOnce(
        tx, data.incident(), Entry.of(kind, data.at(), ESCALATION, text), facts(data), eventId);
    return EventAnswer.accepted();
  }

  /** Facts that have no place in a timeline are left out; the text stays. */
  private String facts(Data data) {
    if (data.data() == null || !data.data().isObject()) {
      return "{}";
    }
    String facts = json.write(data.data());
    return facts.length() > DATA_LENGTH || facts.contains("\\u0000") ? "{}" : facts;
  }
}
