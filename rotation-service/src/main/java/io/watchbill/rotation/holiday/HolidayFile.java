package io.watchbill.rotation.holiday;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Status;
import biweekly.util.ICalDate;
import biweekly.util.com.google.ical.compat.javautil.DateIterator;
import io.watchbill.kit.problem.Problem;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.SortedMap;
import java.util.TimeZone;
import java.util.TreeMap;

/**
 * The all-day events of an iCalendar file (RFC 5545) as holidays, repeated ones each time.
 *
 * @param days by date, with the summaries
 * @param ignored how many events are no holidays: cancelled, or with a time of day
 */
record HolidayFile(SortedMap<LocalDate, String> days, int ignored) {
  private static final int MAX_DAYS = 5_000;
  private static final int MAX_NAME = 200;

  /**
   * @param first the first day that is wanted
   * @param last the last one
   * @throws Problem when the text is no calendar, or has too many days
   */
  static HolidayFile read(String text, LocalDate first, LocalDate last) {
    List<ICalendar> calendars = Biweekly.parse(text).all();
    if (calendars.isEmpty()) {
      throw Problem.invalid("", "an iCalendar file is needed: BEGIN:VCALENDAR … END:VCALENDAR");
    }
    SortedMap<LocalDate, String> days = new TreeMap<>();
    int ignored = 0;
    for (ICalendar calendar : calendars) {
      for (VEvent event : calendar.getEvents()) {
        if (isHoliday(event)) {
          collect(event, first, last, days);
        } else {
          ignored++;
        }
      }
    }
    return new HolidayFile(days, ignored);
  }

  private static boolean isHoliday(VEvent event) {
    boolean cancelled = event.getStatus() != null && event.getStatus().equals(Status.cancelled());
    return !cancelled
        && event.getDateStart() != null
        && event.getDateStart().getValue() != null
        && !event.getDateStart().getValue().hasTime();
  }

  private static void collect(
      VEvent event, LocalDate first, LocalDate last, SortedMap<LocalDate, String> days) {
    long length = length(event);
    DateIterator starts = event.getDateIterator(TimeZone.getDefault());
    starts.advanceTo(Date.from(first.minusDays(length).atStartOfDay(here()).toInstant()));
    while (starts.hasNext()) {
      LocalDate start = date(starts.next());
      if (start.isAfter(last)) {
        return;
      }
      for (LocalDate day = start; day.isBefore(start.plusDays(length)); day = day.plusDays(1)) {
        add(day, event, first, last, days);
      }
    }
  }

  private static void add(
      LocalDate day,
      VEvent event,
      LocalDate first,
      LocalDate last,
      SortedMap<LocalDate, String> days) {
    if (!day.isBefore(first) && !day.isAfter(last)) {
      days.putIfAbsent(day, name(event));
    }
    if (days.size() > MAX_DAYS) {
      throw Problem.invalid("", "a holiday calendar has at most " + MAX_DAYS + " days");
    }
  }

  /** In days; an event without an end lasts one (RFC 5545, 3.6.1). */
  private static long length(VEvent event) {
    if (event.getDateEnd() == null || event.getDateEnd().getValue() == null) {
      return 1;
    }
    long days =
        ChronoUnit.DAYS.between(
            date(event.getDateStart().getValue()), date(event.getDateEnd().getValue()));
    return Math.max(1, Math.min(days, MAX_DAYS + 1L));
  }

  private static String name(VEvent event) {
    String summary = event.getSummary() == null ? null : event.getSummary().getValue();
    String name = summary == null ? "" : summary.replaceAll("\\p{Cntrl}", " ").strip();
    return name.isEmpty() ? "holiday" : name.substring(0, Math.min(MAX_NAME, name.length()));
  }

  /** A date without a time is read as midnight by the clocks of this machine. */
  private static LocalDate date(Date date) {
    return LocalDate.ofInstant(date.toInstant(), here());
  }

  private static LocalDate date(ICalDate date) {
    return date((Date) date);
  }

  private static ZoneId here() {
    return ZoneId.systemDefault();
  }
}
