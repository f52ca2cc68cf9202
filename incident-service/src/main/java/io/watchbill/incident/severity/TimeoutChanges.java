package io.watchbill.incident.severity;

import io.watchbill.kit.database.Tx;
import io.watchbill.kit.timer.Timers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/**
 * Has the timers of what is acknowledged set anew when a time-out has changed: at once, and again
 * when no replica can still have set one by what it remembered of the old.
 */
@ApplicationScoped
public class TimeoutChanges {
  /** Of the timers that do it. */
  public static final String KIND = "acknowledgement-timeouts-changed";

  private static final Duration REMEMBERED = Duration.ofMinutes(2);

  private final Timers timers;

  TimeoutChanges(Timers timers) {
    this.timers = timers;
  }

  /** In the transaction of the change, or before and after one of another kind. */
  public void changed(Tx tx) {
    for (Duration later : List.of(Duration.ZERO, REMEMBERED)) {
      timers.set(tx, KIND, later.toString(), tx.now().plus(later));
    }
  }
}
