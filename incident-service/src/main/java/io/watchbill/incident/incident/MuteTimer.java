package io.watchbill.incident.incident;

import io.watchbill.incident.lifecycle.AcknowledgementTimes;
import io.watchbill.incident.severity.SeverityCatalogue;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.timer.DueTimer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Ends mutes and snoozes when they are due. */
@ApplicationScoped
public class MuteTimer implements IncidentTimer {
  static final String KIND = "mute";

  private final DueIncidents due;
  private final SeverityCatalogue catalogue;

  MuteTimer(DueIncidents due, SeverityCatalogue catalogue) {
    this.due = due;
    this.catalogue = catalogue;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void fire(Tx tx, List<DueTimer> timers) {
    AcknowledgementTimes times = catalogue.times(tx);
    due.decide(tx, timers, (incident, now) -> incident.lifecycle().timed().muteDue(now, times));
  }
}
