package io.watchbill.escalation.oncall;

import io.watchbill.kit.database.Database;
import io.watchbill.kit.event.CloudEvent;
import io.watchbill.kit.event.EventAnswer;
import io.watchbill.kit.event.EventConsumer;
import jakarta.enterprise.context.ApplicationScoped;

/** Fetches the shifts of a rotation at once when it has changed. */
@ApplicationScoped
class RotationChanged implements EventConsumer {
  private final Database database;
  private final RotationCheckRepository checks;
  private final ShiftSync sync;

  RotationChanged(Database database, RotationCheckRepository checks, ShiftSync sync) {
    this.database = database;
    this.checks = checks;
    this.sync = sync;
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
          checks.checkSoon(tx, rotation, event.traceparent());
          tx.afterCommit(sync::nudge);
        });
    return EventAnswer.accepted();
  }
}
