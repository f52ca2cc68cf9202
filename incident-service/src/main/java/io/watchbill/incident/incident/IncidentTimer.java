package io.watchbill.incident.incident;

import io.watchbill.kit.database.Tx;
import io.watchbill.kit.timer.DueTimer;
import io.watchbill.kit.timer.TimerHandler;
import java.time.Instant;
import java.util.List;

/** Handles timers whose keys are ids of incidents; those that are due together fire together. */
interface IncidentTimer extends TimerHandler {

  @Override
  default int together() {
    return DueIncidents.TOGETHER;
  }

  @Override
  default void fire(Tx tx, String key, Instant at) {
    fire(tx, List.of(new DueTimer(key, at)));
  }

  @Override
  void fire(Tx tx, List<DueTimer> timers);
}
