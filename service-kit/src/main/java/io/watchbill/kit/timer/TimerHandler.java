package io.watchbill.kit.timer;

import io.watchbill.kit.database.Tx;
import java.time.Instant;
import java.util.List;

/** Handles due timers of one kind. One bean per kind. */
public interface TimerHandler {
  String kind();

  /**
   * Called in the transaction that removes the timer; after a failure the timer fires again.
   *
   * @param key what the timer was set for
   * @param due when it should have fired
   */
  void fire(Tx tx, String key, Instant due);

  /**
   * Returns how many may fire in one transaction. More than one is for quick work with effects on
   * the database only: when one fails, all are rolled back and fire again one by one.
   */
  default int together() {
    return 1;
  }

  /** Handles several timers at once, each key once, the longest due first. */
  default void fire(Tx tx, List<DueTimer> timers) {
    timers.forEach(timer -> fire(tx, timer.key(), timer.due()));
  }
}
