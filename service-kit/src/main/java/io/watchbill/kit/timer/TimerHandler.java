package io.watchbill.kit.timer;

import io.watchbill.kit.database.Tx;
import java.time.Instant;

/** What to do when a timer of one kind is due. One bean a kind. */
public interface TimerHandler {
  String kind();

  /**
   * Called once in the transaction that removes the timer; when it fails, the timer comes again.
   *
   * @param key what the timer was set for
   * @param due when it was to fire, however late it is
   */
  void fire(Tx tx, String key, Instant due);
}
