package io.watchbill.rotation.ical;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.watchbill.kit.problem.KitError;
import io.watchbill.kit.problem.Problem;
import io.watchbill.rotation.calendar.time.Span;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an iCalendar file (RFC 5545) says will happen: each event, and each occurrence of it, as
 * moved, cancelled and left out. Times are by the event's own clocks; whole days, and times without
 * a zone, are by those of the calendar (X-WR-TIMEZONE), else by those that are given here.
 *
 * @param happenings what touches the range, in the order of the file
 * @param notUnderstood the events of which it cannot be said when they happen
 * @param ignored how many events are cancelled, or are not of the kind that is asked for
 */
public record CalendarFile(
    List<Happening> happenings, List<NotUnderstood> notUnderstood, int ignored) {
  private static final int LONGEST_TEXT = 1_000_000;

  /**
   * Something that happens.
   *
   * @param firstDay of what lasts whole days
   * @param summary empty when there is none
   * @param attendees their e-mail addresses
   */
  public record Happening(
      Span span,
      Optional<LocalDate> firstDay,
      Optional<LocalDate> dayAfter,
      String summary,
      List<String> attendees) {}

  /** An event of which nothing came, and why. */
  @RegisterForReflection
  @Schema(description = "An event of which nothing came: it is reported, and never guessed.")
  public record NotUnderstood(
      @Schema(examples = "On call: Zoe") String summary,
      @Schema(examples = "the time zone 'Middle Earth' is not known") String why) {}

  /** What lasts whole days only. */
  public static CalendarFile ofDays(String text, ZoneId zone, Span range, int most) {
    return read(text, new FileReader(zone, range, most, true));
  }

  /**
   * @param zone by whose clocks whole days and floating times are, when the file does not say
   * @param most how many happenings there may be
   * @throws Problem when the text is no calendar, or has too many of them
   */
  public static CalendarFile read(String text, ZoneId zone, Span range, int most) {
    return read(text, new FileReader(zone, range, most, false));
  }

  private static CalendarFile read(String text, FileReader reader) {
    if (text.length() > LONGEST_TEXT) {
      throw new Problem(KitError.TOO_LARGE, "A calendar has at most a million characters.");
    }
    List<Component> calendars;
    try {
      calendars = Component.calendars(text.replaceFirst("^\uFEFF", ""));
    } catch (Unreadable e) {
      throw Problem.invalid("", "the body is no whole iCalendar file: " + e.getMessage());
    }
    if (calendars.isEmpty()) {
      throw Problem.invalid("", "the body is an iCalendar file: BEGIN:VCALENDAR …");
    }
    calendars.forEach(reader::add);
    return reader.result();
  }
}
