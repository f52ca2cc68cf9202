package io.watchbill.rotation.absence;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.TimezoneInfo;
import biweekly.property.DateOrDateTimeProperty;
import biweekly.util.DateTimeComponents;
import biweekly.util.Duration;
import biweekly.util.ICalDate;
import biweekly.util.com.google.ical.compat.javautil.DateIterator;
import io.watchbill.kit.problem.Problem;
import io.watchbill.rotation.calendar.Span;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;

/**
 * The absences of an iCalendar file: each event is one, and each repetition of it. Whole days, and
 * times without a zone, are those of the zone given.
 */
final class AbsenceFile {
  private static final int MOST_ENTRIES = 100;

  private final ZoneId zone;
  private final Span range;
  private final List<Span> spans = new ArrayList<>();

  private AbsenceFile(ZoneId zone, Span range) {
    this.zone = zone;
    this.range = range;
  }

  /**
   * The spans of the events that begin in the range, in the order of the file.
   *
   * @throws Problem when the text is no calendar, or has too many of them
   */
  static List<Span> read(String text, ZoneId zone, Span range) {
    List<ICalendar> calendars = Biweekly.parse(text).all();
    if (calendars.isEmpty()) {
      throw Problem.invalid("", "the body is an iCalendar file: BEGIN:VCALENDAR …");
    }
    AbsenceFile file = new AbsenceFile(zone, range);
    calendars.forEach(
        calendar ->
            calendar.getEvents().forEach(event -> file.add(event, calendar.getTimezoneInfo())));
    return file.spans;
  }

  private void add(VEvent event, TimezoneInfo zones) {
    if (event.getDateStart() == null || event.getDateStart().getValue() == null) {
      return;
    }
    Instant start = instant(event.getDateStart(), zones);
    java.time.Duration length = length(event, zones, start);
    if (length.isNegative() || length.isZero()) {
      return;
    }
    if (event.getRecurrenceRule() == null && event.getRecurrenceDates().isEmpty()) {
      add(start, length);
      return;
    }
    boolean wholeDays = !event.getDateStart().getValue().hasTime();
    DateIterator starts = event.getDateIterator(TimeZone.getTimeZone(zone));
    while (starts.hasNext()) {
      Instant next = starts.next().toInstant();
      if (!next.isBefore(range.end())) {
        return;
      }
      add(wholeDays ? dayOf(next) : next, length);
    }
  }

  private Instant dayOf(Instant instant) {
    return instant.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
  }

  private void add(Instant start, java.time.Duration length) {
    if (range.contains(start)) {
      spans.add(new Span(start, start.plus(length)));
    }
    if (spans.size() > MOST_ENTRIES) {
      throw Problem.invalid(
          "", "the file holds more than " + MOST_ENTRIES + " absences to come; send parts");
    }
  }

  private java.time.Duration length(VEvent event, TimezoneInfo zones, Instant start) {
    if (event.getDateEnd() != null && event.getDateEnd().getValue() != null) {
      return java.time.Duration.between(start, instant(event.getDateEnd(), zones));
    }
    if (event.getDuration() != null && event.getDuration().getValue() != null) {
      Duration duration = event.getDuration().getValue();
      return java.time.Duration.ofMillis(duration.toMillis());
    }
    return event.getDateStart().getValue().hasTime()
        ? java.time.Duration.ZERO
        : java.time.Duration.ofDays(1);
  }

  private Instant instant(DateOrDateTimeProperty property, TimezoneInfo zones) {
    ICalDate date = property.getValue();
    DateTimeComponents raw = date.getRawComponents();
    boolean local = !date.hasTime() || zones.isFloating(property);
    return local && raw != null
        ? LocalDateTime.of(
                raw.getYear(),
                raw.getMonth(),
                raw.getDate(),
                raw.getHour(),
                raw.getMinute(),
                raw.getSecond())
            .atZone(zone)
            .toInstant()
        : date.toInstant();
  }
}
