package io.watchbill.kit.database;

import java.time.Duration;
import java.util.Optional;

/**
 * How long the server may work on one statement of a unit: until shortly after the unit's deadline.
 * Sessions have a limit that is right for units with the usual time; others tell theirs, and so do
 * units whose next statement begins late. What is told is the text behind {@code SET}.
 */
final class StatementLimit {
  /** The sessions' statement time-out is so much longer than the usual time of a unit. */
  private static final Duration GRACE = Duration.ofMillis(500);

  /** A limit that is so much too long is not worth telling. */
  private static final Duration TOLERATED = Duration.ofMillis(500);

  private final Duration ofSession;
  private final Duration ofUnit;
  private Duration told;

  /**
   * @param usual the time of a unit for which the session's limit is right
   * @param ofUnit the time of this unit
   */
  StatementLimit(Duration usual, Duration ofUnit) {
    this.ofSession = usual;
    this.ofUnit = ofUnit;
    this.told = usual;
  }

  /** Returns what the server must be told as the unit begins. */
  Optional<String> first() {
    return ofUnit.equals(ofSession) ? Optional.empty() : Optional.of(tell(ofUnit));
  }

  /**
   * Returns what the server must be told before the next statement.
   *
   * @param left of the unit's time
   */
  Optional<String> next(Duration left) {
    return told.minus(left).compareTo(TOLERATED) > 0 ? Optional.of(tell(left)) : Optional.empty();
  }

  /** Returns whether the server was told anything. */
  boolean isTold() {
    return !told.equals(ofSession);
  }

  /** The server has gone back to a savepoint and forgotten what it was told since. */
  void forgotten() {
    told = ofUnit;
  }

  private String tell(Duration time) {
    told = time;
    return "statement_timeout = " + Math.max(1, time.plus(GRACE).toMillis());
  }
}
