package io.watchbill.rotation.calendar.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** When the turns of a layer begin and end; turns are numbered from 0. */
public sealed interface Grid {

  /** The instant at which turn 0 begins. */
  Instant start();

  /** The number of the turn that holds at an instant, which must not lie before the start. */
  long turnAt(Instant instant);

  /** The instant at which a turn begins. Two turns may begin at once: the earlier one is empty. */
  Instant startOf(long turn);

  /** The instant at which a turn ends and the next begins. */
  Instant endOf(long turn);

  /**
   * One turn for ever.
   *
   * @param start its beginning; {@link Instant#MIN} when it has none
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
   * WallClock} says what that means across a change of the clocks.
   */
  record Repeating(LocalDateTime first, ZoneId zone, Cadence cadence) implements Grid {

    @Override
    public Instant start() {
      return startOf(0);
    }

    @Override
    public long turnAt(Instant instant) {
      long turn = cadence.turnsBetween(first, LocalDateTime.ofInstant(instant, zone));
      // The estimate counts local time: month ends and a doubled hour may leave it behind.
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
   * Turns of days, of which only some days of the week count: turn {@code n} begins on the counted
   * day number {@code n × every} from the first on, at the time of day of the first.
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
      // A day left out and a doubled hour may leave the estimate behind.
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
