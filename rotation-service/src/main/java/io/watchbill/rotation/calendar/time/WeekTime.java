package io.watchbill.rotation.calendar.time;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A minute of the week on a wall clock, written {@code mon 08:00}. */
public record WeekTime(DayOfWeek day, LocalTime time) implements Comparable<WeekTime> {

  static final int MINUTES = 7 * 24 * 60;

  private static final Pattern FORM = Pattern.compile("([a-z]{3}) ((?:[01]\\d|2[0-3]):[0-5]\\d)");

  /** Parses a time of the week; empty when the text is none. */
  public static Optional<WeekTime> of(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches()
        ? day(matcher.group(1)).map(day -> new WeekTime(day, LocalTime.parse(matcher.group(2))))
        : Optional.empty();
  }

  /** Parses a day of three letters, such as {@code mon}; empty when the text is none. */
  public static Optional<DayOfWeek> day(String text) {
    return Arrays.stream(DayOfWeek.values()).filter(day -> name(day).equals(text)).findFirst();
  }

  /** Returns the minutes since Monday 00:00. */
  int minute() {
    return (day.getValue() - 1) * 24 * 60 + time.toSecondOfDay() / 60;
  }

  @Override
  public int compareTo(WeekTime other) {
    return Integer.compare(minute(), other.minute());
  }

  @Override
  public String toString() {
    return name(day) + " " + time;
  }

  private static String name(DayOfWeek day) {
    return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
  }
}
