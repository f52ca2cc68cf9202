package io.watchbill.kit.access;

import java.time.Duration;

/** Too many failed attempts; the caller has to wait. */
public final class ThrottledException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final long retryAfter;

  public ThrottledException(Duration wait) {
    super("too many failed attempts");
    this.retryAfter = Math.max(1, wait.plusMillis(999).toSeconds());
  }

  /** Returns whole seconds for {@code Retry-After}; at least one. */
  public long retryAfter() {
    return retryAfter;
  }
}
