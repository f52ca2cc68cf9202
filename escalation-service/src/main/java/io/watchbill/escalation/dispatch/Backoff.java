package io.watchbill.escalation.dispatch;

import java.time.Duration;

/** Pauses between attempts: 1, 2, 4, 8 and then 10 seconds. */
final class Backoff {
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private Backoff() {}

  /** Returns the pause after a number of attempts. */
  static Duration after(int attempts) {
    Duration pause = Duration.ofSeconds(1L << Math.min(Math.max(attempts - 1, 0), 4));
    return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
  }
}
