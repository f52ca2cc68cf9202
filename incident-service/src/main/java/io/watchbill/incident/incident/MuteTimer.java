package io.watchbill.incident.incident;

import io.watchbill.incident.lifecycle.AcknowledgementTimes;
import io.watchbill.incident.severity.SeverityCatalogue;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.timer.DueTimer;
import io.watchbill.kit.timer.TimerHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Ends mutes and snoozes when they are due. */
@ApplicationScoped
public class MuteTimer implements TimerHandler {
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
  public int together() {
    return DueIncidents.TOGETHER;
  }

  @Override
  public void fire(Tx tx, String key, Instant at) {
    fire(tx, List.of(new DueTimer(key, at)));
  }

  @Override
  public void fire(Tx tx, List<DueTimer> timers) {
    AcknowledgementTimes times = catalogue.times(tx);
    due.decide(tx, timers, (incident, now) -> incident.lifecycle().clocks().muteDue(now, times));
  }
}
