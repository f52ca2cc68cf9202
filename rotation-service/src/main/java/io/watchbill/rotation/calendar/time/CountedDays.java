package io.watchbill.rotation.calendar.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** The days of the week that count, at least one, in the order of the week. */
public record CountedDays(List<DayOfWeek> days) {

  /**
   * @throws IllegalArgumentException when there are none
   */
  public CountedDays {
    days = days.stream().distinct().sorted().toList();
    if (days.isEmpty()) {
      throw new IllegalArgumentException("at least one day of the week must count");
    }
  }

  /** Creates the set from days in any order. */
  public static CountedDays of(Collection<DayOfWeek> days) {
    return new CountedDays(List.copyOf(days));
  }

  /** Returns the number of counted days from the first day (included) to the last (excluded). */
  long between(LocalDate first, LocalDate last) {
    return ordinal(last) - ordinal(first);
  }

  /**
   * Returns the counted day {@code number} counted days after the first counted day on or after a
   * day.
   */
  LocalDate after(LocalDate day, long number) {
    long ordinal = Math.addExact(ordinal(day), number);
    long week = Math.floorDiv(ordinal, days.size());
    DayOfWeek dayOfWeek = days.get(Math.floorMod(ordinal, days.size()));
    return monday(week).plusDays(dayOfWeek.getValue() - 1L);
  }

  /** Returns how many counted days lie between the Monday of week 0 and the day. */
  private long ordinal(LocalDate day) {
    long week = Math.floorDiv(day.toEpochDay() + 3, 7);
    long inWeek = days.stream().filter(d -> d.compareTo(day.getDayOfWeek()) < 0).count();
    return week * days.size() + inWeek;
  }

  /** Returns the Monday of a week; week 0 contains 1970-01-01, a Thursday. */
  private static LocalDate monday(long week) {
    return LocalDate.ofEpochDay(week * 7 - 3);
  }
}
