package io.watchbill.incident.page;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.watchbill.incident.alert.Cleaner;
import io.watchbill.incident.incident.Incident;
import io.watchbill.incident.incident.IncidentRepository;
import io.watchbill.incident.incident.IncidentStore;
import io.watchbill.incident.lifecycle.Actor;
import io.watchbill.incident.lifecycle.NewEntry;
import io.watchbill.incident.lifecycle.NewEntry.Kind;
import io.watchbill.incident.timeline.Timeline;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.event.BatchConsumer;
import io.watchbill.kit.event.CloudEvent;
import io.watchbill.kit.event.EventAnswer;
import io.watchbill.kit.event.EventData;
import io.watchbill.kit.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Adds what the escalation-service did about an incident to its timeline. */
@ApplicationScoped
public class EscalationRecorded implements BatchConsumer {
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
  private final IncidentStore store;
  private final Timeline timeline;
  private final EventData eventData;
  private final Json json;

  EscalationRecorded(
      Database database,
      IncidentRepository repository,
      IncidentStore store,
      Timeline timeline,
      EventData eventData,
      Json json) {
    this.database = database;
    this.repository = repository;
    this.store = store;
    this.timeline = timeline;
    this.eventData = eventData;
    this.json = json;
  }

  /** The data of the event. */
  @RegisterForReflection
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Data(
      UUID incident, int round, Instant at, String kind, String text, @Nullable JsonNode data) {
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
    return accept(List.of(event)).getFirst();
  }

  @Override
  public List<EventAnswer> accept(List<CloudEvent> events) {
    List<Data> data = events.stream().map(event -> eventData.read(event, Data.class)).toList();
    return database.inTransaction(tx -> record(tx, events, data));
  }

  private List<EventAnswer> record(Tx tx, List<CloudEvent> events, List<Data> data) {
    Map<UUID, Long> known =
        repository
            .lockAll(tx, data.stream().map(Data::incident).collect(Collectors.toSet()))
            .stream()
            .collect(Collectors.toMap(Incident::id, Incident::entries));
    List<Timeline.Received> received = new ArrayList<>();
    List<EventAnswer> answers = new ArrayList<>();
    for (int i = 0; i < data.size(); i++) {
      Data one = data.get(i);
      if (known.containsKey(one.incident())) {
        received.add(
            new Timeline.Received(one.incident(), events.get(i).id(), entry(one), facts(one)));
        answers.add(EventAnswer.accepted());
      } else {
        answers.add(EventAnswer.refused("there is no incident " + one.incident()));
      }
    }
    store.entries(tx, timeline.appendOnce(tx, received, known));
    return answers;
  }

  private static NewEntry entry(Data data) {
    Kind kind = KINDS.getOrDefault(String.valueOf(data.kind()), Kind.ESCALATION_STEP);
    return NewEntry.of(kind, data.at(), ESCALATION, new Cleaner().text(data.text(), TEXT_LENGTH));
  }

  /** Facts that are too long or cannot be stored are left out; the text stays. */
  private String facts(Data data) {
    if (data.data() == null || !data.data().isObject()) {
      return "{}";
    }
    String facts = json.write(data.data());
    return facts.length() > DATA_LENGTH || facts.contains("\\u0000") ? "{}" : facts;
  }
}
