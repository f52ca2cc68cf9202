package io.watchbill.escalation.timeline;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.event.OutboundEvent;
import io.watchbill.kit.event.Outbox;
import io.watchbill.kit.event.OutboxMessage;
import io.watchbill.kit.event.OutboxRow;
import io.watchbill.kit.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Sends timeline entries to the incident-service, in the transaction that caused them. */
@ApplicationScoped
public class Timeline {
  static final String TYPE = "escalation.recorded";

  private final Outbox outbox;
  private final Json json;

  Timeline(Outbox outbox, Json json) {
    this.outbox = outbox;
    this.json = json;
  }

  public void record(Tx tx, Entry entry) {
    record(tx, List.of(entry));
  }

  /** Records entries in their order. */
  public void record(Tx tx, List<Entry> entries) {
    outbox.append(tx, entries.stream().map(this::message).toList());
  }

  private OutboxMessage message(Entry entry) {
    return new OutboxMessage(
        TYPE, entry.incident().toString(), OutboxMessage.RECORD, json.write(entry));
  }

  /** Returns the entries as they were stored. */
  @ApplicationScoped
  static class Recorded implements OutboundEvent {
    private final Json json;

    Recorded(Json json) {
      this.json = json;
    }

    @Override
    public String type() {
      return TYPE;
    }

    @Override
    public String destination() {
      return "incident";
    }

    @Override
    public Map<UUID, Object> data(List<OutboxRow> rows) {
      Map<UUID, Object> data = new HashMap<>();
      rows.forEach(row -> data.put(row.id(), json.read(row.stored(), JsonNode.class)));
      return data;
    }
  }
}
