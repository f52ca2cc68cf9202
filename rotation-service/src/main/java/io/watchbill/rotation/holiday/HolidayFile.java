package io.watchbill.rotation.holiday;

import io.watchbill.kit.problem.Problem;
import io.watchbill.kit.text.Shown;
import io.watchbill.rotation.calendar.time.Span;
import io.watchbill.rotation.ical.CalendarFile;
import io.watchbill.rotation.ical.CalendarFile.Happening;
import io.watchbill.rotation.ical.CalendarFile.NotUnderstood;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The all-day events of an iCalendar file (RFC 5545) as holidays, each repetition included.
 *
 * @param days the summaries by date
 * @param ignored the number of events that are no holidays: cancelled, or with a time of day
 */
record HolidayFile(
    SortedMap<LocalDate, String> days, int ignored, List<NotUnderstood> notUnderstood) {
  private static final int MAX_DAYS = 5_000;
  private static final int MAX_NAME = 200;

  /**
   * Reads a file.
   *
   * @param first the first day to read
   * @param last the last day to read
   * @throws Problem when the text is no calendar, or has too many days
   */
  static HolidayFile read(String text, LocalDate first, LocalDate last) {
    // Dates are independent of time zones here: one more day on either side covers them all.
    Span range =
        new Span(
            first.minusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant(),
            last.plusDays(2).atStartOfDay(ZoneOffset.UTC).toInstant());
    CalendarFile file = CalendarFile.ofDays(text, ZoneOffset.UTC, range, MAX_DAYS);
    SortedMap<LocalDate, String> days = new TreeMap<>();
    for (Happening happening : file.happenings()) {
      LocalDate day = later(happening.firstDay().orElseThrow(), first);
      LocalDate end = happening.dayAfter().orElseThrow();
      for (; day.isBefore(end) && !day.isAfter(last); day = day.plusDays(1)) {
        days.putIfAbsent(day, name(happening.summary()));
        if (days.size() > MAX_DAYS) {
          throw Problem.invalid("", "a holiday calendar has at most " + MAX_DAYS + " days");
        }
      }
    }
    return new HolidayFile(days, file.ignored(), file.notUnderstood());
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private static String name(String summary) {
    String name = Shown.line(summary);
    return name.isEmpty() ? "holiday" : name.substring(0, Math.min(MAX_NAME, name.length()));
  }
}
