package io.watchbill.rotation.ical;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.TimezoneInfo;
import biweekly.property.Attendee;
import biweekly.property.DateOrDateTimeProperty;
import biweekly.util.DateTimeComponents;
import biweekly.util.Duration;
import biweekly.util.ICalDate;
import biweekly.util.com.google.ical.compat.javautil.DateIterator;
import io.watchbill.kit.problem.KitError;
import io.watchbill.kit.problem.Problem;
import io.watchbill.rotation.calendar.Span;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;

/**
 * What an iCalendar file (RFC 5545) says will happen: each event, and each repetition of it, but
 * none that is cancelled. Whole days, and times without a zone, are those of the zone given.
 */
public final class CalendarFile {
  private static final int LONGEST_TEXT = 1_000_000;

  private final ZoneId zone;
  private final Span range;
  private final int most;
  private final Map<String, Set<Instant>> moved = new HashMap<>();
  private final List<Happening> happenings = new ArrayList<>();

  private CalendarFile(ZoneId zone, Span range, int most) {
    this.zone = zone;
    this.range = range;
    this.most = most;
  }

  /**
   * Something that happens.
   *
   * @param summary empty when there is none
   * @param attendees their e-mail addresses
   */
  public record Happening(Span span, String summary, List<String> attendees) {}

  /**
   * What touches the range, in the order of the file.
   *
   * @param most how many there may be
   * @throws Problem when the text is no calendar, or has too many of them
   */
  public static List<Happening> read(String text, ZoneId zone, Span range, int most) {
    if (text.length() > LONGEST_TEXT) {
      throw new Problem(KitError.TOO_LARGE, "A calendar has at most a million characters.");
    }
    List<ICalendar> calendars = Biweekly.parse(text).all();
    if (calendars.isEmpty()) {
      throw Problem.invalid("", "the body is an iCalendar file: BEGIN:VCALENDAR …");
    }
    CalendarFile file = new CalendarFile(zone, range, most);
    calendars.forEach(file::add);
    return file.happenings;
  }

  private void add(ICalendar calendar) {
    TimezoneInfo zones = calendar.getTimezoneInfo();
    moved.clear();
    calendar.getEvents().stream()
        .filter(event -> event.getRecurrenceId() != null && event.getUid() != null)
        .forEach(
            event ->
                moved
                    .computeIfAbsent(event.getUid().getValue(), uid -> new HashSet<>())
                    .add(instant(event.getRecurrenceId(), zones)));
    calendar.getEvents().stream()
        .filter(event -> event.getDateStart() != null && event.getDateStart().getValue() != null)
        .filter(event -> event.getStatus() == null || !event.getStatus().isCancelled())
        .forEach(event -> add(event, zones));
  }

  private void add(VEvent event, TimezoneInfo zones) {
    Instant start = instant(event.getDateStart(), zones);
    java.time.Duration length = length(event, zones, start);
    if (length.isNegative() || length.isZero()) {
      return;
    }
    if (event.getRecurrenceRule() == null && event.getRecurrenceDates().isEmpty()) {
      add(event, start, length);
      return;
    }
    Set<Instant> elsewhere =
        event.getUid() == null ? Set.of() : moved.getOrDefault(event.getUid().getValue(), Set.of());
    boolean wholeDays = !event.getDateStart().getValue().hasTime();
    DateIterator starts = event.getDateIterator(TimeZone.getTimeZone(zone));
    while (starts.hasNext()) {
      Instant found = starts.next().toInstant();
      Instant next = wholeDays ? dayOf(found) : found;
      if (!next.isBefore(range.end())) {
        return;
      }
      if (!elsewhere.contains(next)) {
        add(event, next, length);
      }
    }
  }

  private Instant dayOf(Instant instant) {
    return instant.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
  }

  private void add(VEvent event, Instant start, java.time.Duration length) {
    Span span = new Span(start, start.plus(length));
    if (span.overlaps(range)) {
      happenings.add(new Happening(span, summary(event), attendees(event)));
    }
    if (happenings.size() > most) {
      throw Problem.invalid("", "the file holds more than " + most + " events to come; send parts");
    }
  }

  private static String summary(VEvent event) {
    return Optional.ofNullable(event.getSummary()).map(text -> text.getValue()).orElse("");
  }

  private static List<String> attendees(VEvent event) {
    return event.getAttendees().stream().map(Attendee::getEmail).filter(Objects::nonNull).toList();
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
