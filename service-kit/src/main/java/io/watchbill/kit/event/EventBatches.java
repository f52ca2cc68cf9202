package io.watchbill.kit.event;

import static java.util.Objects.requireNonNull;

import io.watchbill.kit.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes events of rows of the outbox: reads their data and leaves out what is obsolete. */
@ApplicationScoped
class EventBatches {
  private final Outbox outbox;
  private final Json json;
  private final Clock clock;
  private final String source;

  EventBatches(
      Outbox outbox,
      Json json,
      Clock clock,
      @ConfigProperty(name = "quarkus.application.name") String application) {
    this.outbox = outbox;
    this.json = json;
    this.clock = clock;
    this.source = "/" + application;
  }

  EventBatch of(List<OutboxRow> rows) {
    List<OutboxRow> newest = newestOfEachState(rows);
    Map<UUID, Object> data = data(newest);
    List<OutboxRow> sending = newest.stream().filter(row -> data.containsKey(row.id())).toList();
    return new EventBatch(
        sending,
        sending.stream().map(row -> event(row, requireNonNull(data.get(row.id())))).toList());
  }

  private Map<UUID, Object> data(List<OutboxRow> rows) {
    Map<UUID, Object> data = new HashMap<>();
    rows.stream()
        .collect(Collectors.groupingBy(OutboxRow::type))
        .forEach((type, ofType) -> data.putAll(outbox.type(type).data(ofType)));
    return data;
  }

  /** Drops rows that a newer row of the same subject makes obsolete. */
  private List<OutboxRow> newestOfEachState(List<OutboxRow> rows) {
    Map<String, OutboxRow> newest = new HashMap<>();
    for (OutboxRow row : rows) {
      boolean state = outbox.type(row.type()).carriesState();
      String key = state ? row.type() + ' ' + row.subject() : row.id().toString();
      newest.merge(key, row, (a, b) -> a.id().compareTo(b.id()) < 0 ? b : a);
    }
    return newest.values().stream().sorted(Comparator.comparing(OutboxRow::id)).toList();
  }

  private CloudEvent event(OutboxRow row, Object data) {
    return new CloudEvent(
        "1.0",
        row.id().toString(),
        source,
        row.type(),
        row.subject(),
        clock.instant(),
        row.traceparent(),
        json.tree(data));
  }
}
