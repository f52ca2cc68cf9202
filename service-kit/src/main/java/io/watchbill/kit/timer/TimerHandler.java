package io.watchbill.kit.timer;

import io.watchbill.kit.database.Tx;
import java.time.Instant;
import java.util.List;

/** What to do when timers of one kind are due. One bean a kind. */
public interface TimerHandler {
  String kind();

  /**
   * Called once in the transaction that removes the timer; when it fails, the timer comes again.
   *
   * @param key what the timer was set for
   * @param due when it was to fire, however late it is
   */
  void fire(Tx tx, String key, Instant due);

  /**
   * How many may fire in one transaction. More than one is for work that is quick and has no
   * effects but those on the database: when one of them fails all are undone, and each fires again
   * by itself.
   */
  default int together() {
    return 1;
  }

  /** Several at once, each key once, the longest due first. */
  default void fire(Tx tx, List<DueTimer> timers) {
    timers.forEach(timer -> fire(tx, timer.key(), timer.due()));
  }
}
