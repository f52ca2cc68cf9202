package io.watchbill.rotation.shiftnotice;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchbill.kit.event.OutboundEvent;
import io.watchbill.kit.event.OutboxRow;
import io.watchbill.kit.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The event {@code rotation.notice}: the escalation service delivers it to people. */
@ApplicationScoped
class NoticeEvent implements OutboundEvent {
  static final String TYPE = "rotation.notice";

  private final Json json;

  NoticeEvent(Json json) {
    this.json = json;
  }

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public String destination() {
    return "escalation";
  }

  @Override
  public Map<UUID, Object> data(List<OutboxRow> rows) {
    return rows.stream()
        .collect(Collectors.toMap(OutboxRow::id, row -> json.read(row.stored(), JsonNode.class)));
  }

  /** Returns true: notices are optional, so receivers may ignore them. */
  @Override
  public boolean mayBeUnknown() {
    return true;
  }
}
