package io.watchbill.kit.database;

import java.time.Duration;
import java.util.Optional;

/**
 * How long the server may work on one statement of a unit: until shortly after the unit's deadline.
 * The session's limit fits units with the usual time; other units set their own, and so do units
 * whose next statement begins late. Settings are the text behind {@code SET}.
 */
final class StatementLimit {
  /** The sessions' statement time-out is so much longer than the usual time of a unit. */
  private static final Duration GRACE = Duration.ofMillis(500);

  /** A limit that is this much too long stays. */
  private static final Duration TOLERATED = Duration.ofMillis(500);

  private final Duration ofSession;
  private final Duration ofUnit;
  private Duration current;

  /**
   * @param usual the time of a unit for which the session's limit is right
   * @param ofUnit the time of this unit
   */
  StatementLimit(Duration usual, Duration ofUnit) {
    this.ofSession = usual;
    this.ofUnit = ofUnit;
    this.current = usual;
  }

  /** Returns the setting for the beginning of the unit; empty if the session's limit fits. */
  Optional<String> first() {
    return ofUnit.equals(ofSession) ? Optional.empty() : Optional.of(set(ofUnit));
  }

  /**
   * Returns the setting to send before the next statement; empty if the current limit fits.
   *
   * @param left of the unit's time
   */
  Optional<String> next(Duration left) {
    return current.minus(left).compareTo(TOLERATED) > 0 ? Optional.of(set(left)) : Optional.empty();
  }

  /** Returns whether the session's limit was changed. */
  boolean isChanged() {
    return !current.equals(ofSession);
  }

  /** Notes that the server went back to a savepoint and lost what was set since. */
  void forgotten() {
    current = ofUnit;
  }

  private String set(Duration time) {
    current = time;
    return "statement_timeout = " + Math.max(1, time.plus(GRACE).toMillis());
  }
}
