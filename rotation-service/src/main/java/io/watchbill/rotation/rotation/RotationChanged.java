package io.watchbill.rotation.rotation;

import io.watchbill.kit.database.Tx;
import io.watchbill.kit.event.OutboundEvent;
import io.watchbill.kit.event.Outbox;
import io.watchbill.kit.event.OutboxMessage;
import io.watchbill.kit.event.OutboxRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Tells the escalation-service that the shifts of a rotation may have moved. */
@ApplicationScoped
public class RotationChanged implements OutboundEvent {
  static final String TYPE = "rotation.changed";

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
        .collect(Collectors.toMap(OutboxRow::id, row -> Map.of("rotation", row.subject())));
  }

  /** The shifts are asked for when it is heard: once is enough. */
  @Override
  public boolean tellsState() {
    return true;
  }

  /** Makes the change heard once it is committed. */
  @ApplicationScoped
  public static class Notice {
    private final Outbox outbox;
    private final RotationRepository rotations;

    Notice(Outbox outbox, RotationRepository rotations) {
      this.outbox = outbox;
      this.rotations = rotations;
    }

    /** Call it in the transaction of the change. */
    public void changed(Tx tx, String rotation) {
      rotations.touch(tx, rotation);
      outbox.append(tx, new OutboxMessage(TYPE, rotation, 0, null));
    }
  }
}
