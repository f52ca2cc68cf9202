package io.watchbill.escalation.oncall;

import io.watchbill.kit.database.Database;
import io.watchbill.kit.event.CloudEvent;
import io.watchbill.kit.event.EventAnswer;
import io.watchbill.kit.event.EventConsumer;
import jakarta.enterprise.context.ApplicationScoped;

/** A rotation changed: its shifts are asked for at once. */
@ApplicationScoped
class RotationChanged implements EventConsumer {
  private final Database database;
  private final CachedShiftRepository kept;
  private final ShiftSync keeper;

  RotationChanged(Database database, CachedShiftRepository kept, ShiftSync keeper) {
    this.database = database;
    this.kept = kept;
    this.keeper = keeper;
  }

  @Override
  public String type() {
    return "rotation.changed";
  }

  @Override
  public EventAnswer accept(CloudEvent event) {
    String rotation = event.data() == null ? "" : event.data().path("rotation").asText("");
    if (rotation.isEmpty()) {
      return EventAnswer.invalid("data.rotation is needed");
    }
    database.run(
        tx -> {
          kept.checkSoon(tx, rotation);
          tx.afterCommit(keeper::nudge);
        });
    return EventAnswer.accepted();
  }
}
