package io.watchbill.rotation.calendar.time;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/**
 * How long a turn lasts on the wall clock: {@code every} units.
 *
 * <p>Months count from the layer's start: a layer that starts on the 31st hands over on the last
 * day of a shorter month and on the 31st again in the next long one.
 */
public record Cadence(int every, Unit unit) {

  /** A unit of the wall clock. */
  public enum Unit {
    HOUR(ChronoUnit.HOURS),
    DAY(ChronoUnit.DAYS),
    WEEK(ChronoUnit.WEEKS),
    MONTH(ChronoUnit.MONTHS);

    private final ChronoUnit chrono;

    Unit(ChronoUnit chrono) {
      this.chrono = chrono;
    }
  }

  /**
   * @throws IllegalArgumentException when {@code every} is less than 1
   */
  public Cadence {
    if (every < 1) {
      throw new IllegalArgumentException("a cadence is at least 1 " + unit + ", not " + every);
    }
  }

  /** Returns the local time {@code n} turns after the start. */
  LocalDateTime after(LocalDateTime start, long n) {
    return start.plus(Math.multiplyExact(n, every), unit.chrono);
  }

  /** Returns the whole turns from the start to the local time; zero when it lies before. */
  long turnsBetween(LocalDateTime start, LocalDateTime local) {
    return Math.max(0, unit.chrono.between(start, local) / every);
  }
}
