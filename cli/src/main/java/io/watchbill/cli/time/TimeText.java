package io.watchbill.cli.time;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes instants for people, on the wall clock of a zone, which is always named. */
public record TimeText(Instant now, ZoneId zone) {
  private static final DateTimeFormatter THIS_YEAR =
      DateTimeFormatter.ofPattern("EEE d MMM HH:mm zzz", Locale.ENGLISH);
  private static final DateTimeFormatter OTHER_YEAR =
      DateTimeFormatter.ofPattern("EEE d MMM yyyy HH:mm zzz", Locale.ENGLISH);

  /** Returns an instant of a service; what is not one as it is, nothing as {@code -}. */
  public String of(String instant) {
    if (instant.isEmpty()) {
      return "-";
    }
    try {
      return of(Instant.parse(instant));
    } catch (DateTimeException e) {
      return instant;
    }
  }

  /** Returns for example {@code Tue 1 Dec 09:00 PST}; with the year when it is another one. */
  public String of(Instant instant) {
    ZonedDateTime local = instant.atZone(zone);
    boolean thisYear = local.getYear() == now.atZone(zone).getYear();
    return (thisYear ? THIS_YEAR : OTHER_YEAR).format(local);
  }

  /** Returns how long ago a service's instant was, in its two largest units. */
  public String age(String instant) {
    try {
      return length(Duration.between(Instant.parse(instant), now));
    } catch (DateTimeException e) {
      return "-";
    }
  }

  /** Returns a duration in its two largest units, rounded down: {@code 2h 5m}. */
  public static String length(Duration duration) {
    long seconds = Math.max(0, duration.toSeconds());
    if (seconds < 60) {
      return seconds + "s";
    }
    if (seconds < 3_600) {
      return seconds / 60 + "m";
    }
    return seconds < 86_400
        ? two(seconds / 3_600, "h", seconds % 3_600 / 60, "m")
        : two(seconds / 86_400, "d", seconds % 86_400 / 3_600, "h");
  }

  private static String two(long first, String firstUnit, long second, String secondUnit) {
    return first + firstUnit + (second == 0 ? "" : " " + second + secondUnit);
  }
}
