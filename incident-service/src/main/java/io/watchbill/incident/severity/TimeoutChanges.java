package io.watchbill.incident.severity;

import io.watchbill.kit.database.Tx;
import io.watchbill.kit.timer.Timers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/**
 * Resets the timers of acknowledged incidents after a time-out has changed: at once, and again when
 * no replica can have the old value in its cache any more.
 */
@ApplicationScoped
public class TimeoutChanges {
  /** The kind of the timers that do it. */
  public static final String KIND = "acknowledgement-timeouts-changed";

  private static final Duration CACHED = Duration.ofMinutes(2);

  private final Timers timers;

  TimeoutChanges(Timers timers) {
    this.timers = timers;
  }

  /** Sets the timers, in the transaction of the change. */
  public void changed(Tx tx) {
    for (Duration later : List.of(Duration.ZERO, CACHED)) {
      timers.set(tx, KIND, later.toString(), tx.now().plus(later));
    }
  }
}
