package io.watchbill.escalation.plan.wording;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes durations and instants for a person who reads a page or a timeline. The exact values stand
 * beside the text as data.
 */
public final class Wording {
  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("EEE d MMM HH:mm:ss", Locale.ENGLISH);
  private static final DateTimeFormatter ZONE = DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH);

  private Wording() {}

  /** Returns "1 h 30 min", "2 days" or "45 s"; a day is 24 hours. */
  public static String duration(Duration duration) {
    if (duration.isNegative()) {
      return "-" + duration(duration.negated());
    }
    List<String> parts = new ArrayList<>();
    counted(parts, duration.toDays(), "day");
    unit(parts, duration.toHoursPart(), "h");
    unit(parts, duration.toMinutesPart(), "min");
    unit(parts, duration.toSecondsPart(), "s");
    if (parts.isEmpty()) {
      unit(parts, duration.toMillisPart(), "ms");
    }
    return parts.isEmpty() ? "0 s" : String.join(" ", parts);
  }

  /** Returns "1 month" or "1 year 2 months 3 days". */
  public static String period(Period period) {
    List<String> parts = new ArrayList<>();
    counted(parts, period.getYears(), "year");
    counted(parts, period.getMonths(), "month");
    counted(parts, period.getDays(), "day");
    return parts.isEmpty() ? "0 days" : String.join(" ", parts);
  }

  /** Returns why a muted incident pages nobody; in UTC, since no zone belongs to an incident. */
  public static String muted(Instant until) {
    return "muted until " + instant(until, ZoneOffset.UTC);
  }

  /** Returns "Mon 30 Nov 09:00 PST": the local time of a zone, with the name that it has then. */
  public static String instant(Instant instant, ZoneId zone) {
    var local = instant.atZone(zone);
    String name = zone.normalized().equals(ZoneOffset.UTC) ? "UTC" : ZONE.format(local);
    return (local.getSecond() == 0 ? MINUTES : SECONDS).format(local) + " " + name;
  }

  private static void unit(List<String> parts, long count, String unit) {
    if (count != 0) {
      parts.add(count + " " + unit);
    }
  }

  private static void counted(List<String> parts, long count, String unit) {
    unit(parts, count, count == 1 ? unit : unit + "s");
  }
}
