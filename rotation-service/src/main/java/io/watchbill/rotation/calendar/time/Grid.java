package io.watchbill.rotation.calendar.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** When the turns of a layer begin and end; turns are numbered from 0. */
public sealed interface Grid {

  /** Returns the instant at which turn 0 begins. */
  Instant start();

  /**
   * Returns the number of the turn in progress at an instant, which must not lie before the start.
   */
  long turnAt(Instant instant);

  /**
   * Returns the instant at which a turn begins. Two turns may begin at once: the earlier one is
   * empty.
   */
  Instant startOf(long turn);

  /** Returns the instant at which a turn ends and the next begins. */
  Instant endOf(long turn);

  /**
   * One turn without end.
   *
   * @param start when it begins; {@link Instant#MIN} for since forever
   */
  record Standing(Instant start) implements Grid {

    @Override
    public long turnAt(Instant instant) {
      return 0;
    }

    @Override
    public Instant startOf(long turn) {
      return start;
    }

    @Override
    public Instant endOf(long turn) {
      return Instant.MAX;
    }
  }

  /**
   * Turn {@code n} begins at {@code first + n × cadence} on the wall clock of the zone; {@link
   * WallClock} defines what that means across a DST change.
   */
  record Repeating(LocalDateTime first, ZoneId zone, Cadence cadence) implements Grid {

    @Override
    public Instant start() {
      return startOf(0);
    }

    @Override
    public long turnAt(Instant instant) {
      long turn = cadence.turnsBetween(first, LocalDateTime.ofInstant(instant, zone));
      // The estimate uses local time: month ends and a repeated hour may leave it behind.
      while (!startOf(turn + 1).isAfter(instant)) {
        turn++;
      }
      return turn;
    }

    @Override
    public Instant startOf(long turn) {
      return WallClock.instant(cadence.after(first, turn), zone);
    }

    @Override
    public Instant endOf(long turn) {
      return startOf(turn + 1);
    }
  }

  /**
   * Turns of days, where only some days of the week count: turn {@code n} begins on counted day
   * {@code n × every} from the first on, at the first turn's time of day.
   */
  record WorkedDays(LocalDateTime first, ZoneId zone, int every, CountedDays days) implements Grid {

    @Override
    public Instant start() {
      return startOf(0);
    }

    @Override
    public long turnAt(Instant instant) {
      LocalDateTime local = LocalDateTime.ofInstant(instant, zone);
      LocalDate day = local.minusNanos(first.toLocalTime().toNanoOfDay()).toLocalDate();
      long begun = days.between(first.toLocalDate(), day.plusDays(1));
      long turn = Math.max(0, begun - 1) / every;
      // A skipped day and a repeated hour may leave the estimate behind.
      while (!startOf(turn + 1).isAfter(instant)) {
        turn++;
      }
      return turn;
    }

    @Override
    public Instant startOf(long turn) {
      LocalDate day = days.after(first.toLocalDate(), Math.multiplyExact(turn, every));
      return WallClock.instant(day.atTime(first.toLocalTime()), zone);
    }

    @Override
    public Instant endOf(long turn) {
      return startOf(turn + 1);
    }
  }
}
