package io.watchbill.incident.incident;

import io.watchbill.incident.lifecycle.ClockKind;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.timer.DueTimer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Records in the timeline, once a round, that nobody acknowledged in time. */
@ApplicationScoped
public class AcknowledgementTimer implements IncidentTimer {
  private final DueIncidents due;

  AcknowledgementTimer(DueIncidents due) {
    this.due = due;
  }

  @Override
  public String kind() {
    return ClockKind.ACKNOWLEDGEMENT.word();
  }

  @Override
  public void fire(Tx tx, List<DueTimer> timers) {
    due.decide(tx, timers, (incident, now) -> incident.lifecycle().timed().acknowledgementDue(now));
  }
}
