package io.watchbill.kit.access;

import java.time.Duration;

/** Too many keys that opened nothing: come again later. */
public final class ThrottledException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final long retryAfter;

  public ThrottledException(Duration wait) {
    super("too many failed attempts");
    this.retryAfter = Math.max(1, wait.plusMillis(999).toSeconds());
  }

  /** In whole seconds, as {@code Retry-After} has it; at least one. */
  public long retryAfter() {
    return retryAfter;
  }
}
