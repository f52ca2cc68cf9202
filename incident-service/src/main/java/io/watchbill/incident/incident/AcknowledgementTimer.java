package io.watchbill.incident.incident;

import io.watchbill.kit.database.Tx;
import io.watchbill.kit.timer.DueTimer;
import io.watchbill.kit.timer.TimerHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Records in the timeline, once a round, that nobody acknowledged in time. */
@ApplicationScoped
public class AcknowledgementTimer implements TimerHandler {
  static final String KIND = "acknowledgement";

  private final DueIncidents due;

  AcknowledgementTimer(DueIncidents due) {
    this.due = due;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public int together() {
    return DueIncidents.TOGETHER;
  }

  @Override
  public void fire(Tx tx, String key, Instant at) {
    fire(tx, List.of(new DueTimer(key, at)));
  }

  @Override
  public void fire(Tx tx, List<DueTimer> timers) {
    due.decide(
        tx, timers, (incident, now) -> incident.lifecycle().clocks().acknowledgementDue(now));
  }
}
