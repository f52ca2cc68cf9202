package io.watchbill.laptop.process;

import java.time.Duration;

/**
 * The pause before a failed process is restarted: half a second, doubled with each failure, at most
 * ten seconds. A run of a minute resets it.
 */
public final class BackOff {
  private static final Duration FIRST = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final Duration HEALTHY = Duration.ofMinutes(1);

  private Duration next = FIRST;

  /** The wait after a run of this length. */
  public Duration after(Duration run) {
    if (run.compareTo(HEALTHY) >= 0) {
      next = FIRST;
    }
    Duration wait = next;
    Duration doubled = next.multipliedBy(2);
    next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    return wait;
  }
}
