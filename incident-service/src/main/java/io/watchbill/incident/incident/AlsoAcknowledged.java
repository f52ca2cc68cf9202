package io.watchbill.incident.incident;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.watchbill.incident.lifecycle.Actor;
import io.watchbill.incident.timeline.Timeline;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.event.OutboundEvent;
import io.watchbill.kit.event.Outbox;
import io.watchbill.kit.event.OutboxMessage;
import io.watchbill.kit.event.OutboxRow;
import io.watchbill.kit.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Notifies the escalation-service of acknowledgements after the first of a round, so that it does
 * not page that person again and counts them where several must acknowledge.
 */
@ApplicationScoped
class AlsoAcknowledged implements OutboundEvent {
  static final String TYPE = "incident.acknowledged";

  private final Timeline timeline;
  private final Instance<Outbox> outbox;
  private final Json json;

  /** The outbox knows all types of events, this one too, so it is looked up when needed. */
  AlsoAcknowledged(Timeline timeline, Instance<Outbox> outbox, Json json) {
    this.timeline = timeline;
    this.outbox = outbox;
    this.json = json;
  }

  /** The data of the event. */
  @RegisterForReflection
  record Data(UUID incident, int round, String person, Instant at) {}

  /** Sends the event once per person and round; returns whether it was the first time. */
  boolean notify(Tx tx, Incident incident, Actor by) {
    int round = incident.lifecycle().round();
    if (timeline.knowsAcknowledgement(tx, incident.id(), round, by.id())) {
      return false;
    }
    String data = json.write(new Data(incident.id(), round, by.id(), tx.now()));
    outbox.get().append(tx, new OutboxMessage(TYPE, incident.id().toString(), 0, data));
    return true;
  }

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public String destination() {
    return "escalation";
  }

  /** An older escalation-service knows the first acknowledgement from the snapshot. */
  @Override
  public boolean mayBeUnknown() {
    return true;
  }

  @Override
  public Map<UUID, Object> data(List<OutboxRow> rows) {
    Map<UUID, Object> data = new HashMap<>();
    rows.forEach(row -> data.put(row.id(), json.read(row.stored(), Data.class)));
    return data;
  }
}
