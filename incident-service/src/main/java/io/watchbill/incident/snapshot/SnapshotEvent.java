package io.watchbill.incident.snapshot;

import io.watchbill.incident.incident.Incidents;
import io.watchbill.incident.visibility.VisibleIncidents;
import io.watchbill.kit.event.OutboundEvent;
import io.watchbill.kit.event.OutboxRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Sends the snapshots of incidents to the escalation-service, as they are when sent. */
@ApplicationScoped
public class SnapshotEvent implements OutboundEvent {
  private final SnapshotReader snapshots;

  SnapshotEvent(SnapshotReader snapshots) {
    this.snapshots = snapshots;
  }

  @Override
  public String type() {
    return Incidents.SNAPSHOT;
  }

  @Override
  public String destination() {
    return "escalation";
  }

  @Override
  public boolean carriesState() {
    return true;
  }

  @Override
  public Map<UUID, Object> data(List<OutboxRow> rows) {
    Set<UUID> ids =
        rows.stream().map(row -> UUID.fromString(row.subject())).collect(Collectors.toSet());
    Map<UUID, IncidentSnapshot> known =
        snapshots.of(ids, VisibleIncidents.ALL).stream()
            .collect(Collectors.toMap(IncidentSnapshot::id, Function.identity()));
    Map<UUID, Object> data = new HashMap<>();
    for (OutboxRow row : rows) {
      IncidentSnapshot snapshot = known.get(UUID.fromString(row.subject()));
      if (snapshot != null) {
        data.put(row.id(), snapshot);
      }
    }
    return data;
  }
}
