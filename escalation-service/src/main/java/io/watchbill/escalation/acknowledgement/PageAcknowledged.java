package io.watchbill.escalation.acknowledgement;

import io.watchbill.kit.database.Tx;
import io.watchbill.kit.event.EventAnswer;
import io.watchbill.kit.event.OutboundEvent;
import io.watchbill.kit.event.OutboxRow;
import io.watchbill.kit.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Forwards an acknowledgement to the incident-service and handles its answer. */
@ApplicationScoped
class PageAcknowledged implements OutboundEvent {
  static final String TYPE = "page.acknowledged";

  private final Json json;
  private final Settlement settlement;

  PageAcknowledged(Json json, Settlement settlement) {
    this.json = json;
    this.settlement = settlement;
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
    rows.forEach(row -> data.put(row.id(), forward(row).data()));
    return data;
  }

  @Override
  public void answered(Tx tx, OutboxRow row, EventAnswer answer) {
    UUID id = forward(row).acknowledgement();
    if (answer.status() == EventAnswer.Status.REFUSED) {
      settlement.refuse(tx, id, answer.why());
    } else {
      settlement.confirm(tx, id);
    }
  }

  /**
   * Refuses the acknowledgement: the incident-service will never know of it, and staying silent
   * would lose the page.
   */
  @Override
  public void parked(Tx tx, OutboxRow row, String why) {
    settlement.refuse(
        tx, forward(row).acknowledgement(), "the incident-service did not understand it: " + why);
  }

  private Forward forward(OutboxRow row) {
    return json.read(row.stored(), Forward.class);
  }
}
