package io.watchbill.escalation.verification;

import java.time.Duration;

/** Limits for trying codes and for sending them. */
final class Limits {
  static final Duration GOOD_FOR = Duration.ofMinutes(15);
  static final int ATTEMPTS = 5;
  static final Duration BETWEEN = Duration.ofMinutes(1);
  static final int IN_AN_HOUR = 5;

  /** How long a sent code is remembered. */
  static final Duration KNOWN = Duration.ofDays(1);

  private Limits() {}
}
