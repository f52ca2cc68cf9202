package io.watchbill.escalation.verification;

import java.time.Duration;

/** How long and how often a code may be tried, and how often one is sent to a method. */
final class Limits {
  static final Duration GOOD_FOR = Duration.ofMinutes(15);
  static final int ATTEMPTS = 5;
  static final Duration BETWEEN = Duration.ofMinutes(1);
  static final int IN_AN_HOUR = 5;

  /** After that nobody needs to know that a code was sent. */
  static final Duration KNOWN = Duration.ofDays(1);

  private Limits() {}
}
