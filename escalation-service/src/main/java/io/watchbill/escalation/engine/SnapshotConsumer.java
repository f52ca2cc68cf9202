package io.watchbill.escalation.engine;

import io.watchbill.escalation.snapshot.IncidentSnapshot;
import io.watchbill.kit.event.BatchConsumer;
import io.watchbill.kit.event.CloudEvent;
import io.watchbill.kit.event.EventAnswer;
import io.watchbill.kit.event.EventData;
import io.watchbill.kit.event.UnreadableEventException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Receives {@code incident.snapshot}, a batch in one transaction. */
@ApplicationScoped
class SnapshotConsumer implements BatchConsumer {
  private final Snapshots snapshots;
  private final EventData data;

  SnapshotConsumer(Snapshots snapshots, EventData data) {
    this.snapshots = snapshots;
    this.data = data;
  }

  @Override
  public String type() {
    return "incident.snapshot";
  }

  @Override
  public EventAnswer accept(CloudEvent event) {
    return accept(List.of(event)).getFirst();
  }

  @Override
  public List<EventAnswer> accept(List<CloudEvent> events) {
    List<IncidentSnapshot> taken = new ArrayList<>();
    Map<UUID, String> traceparents = new HashMap<>();
    List<EventAnswer> answers =
        events.stream().map(event -> read(event, taken, traceparents)).toList();
    if (!taken.isEmpty()) {
      snapshots.take(taken, traceparents);
    }
    return answers;
  }

  private EventAnswer read(
      CloudEvent event, List<IncidentSnapshot> taken, Map<UUID, String> traceparents) {
    try {
      IncidentSnapshot snapshot = data.read(event, IncidentSnapshot.class);
      taken.add(snapshot);
      if (event.traceparent() != null) {
        traceparents.put(snapshot.id(), event.traceparent());
      }
      return EventAnswer.accepted();
    } catch (UnreadableEventException e) {
      return EventAnswer.invalid("not a snapshot: " + e.getMessage());
    }
  }
}
