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
 * The content of an iCalendar file (RFC 5545): each event and each occurrence of it, as moved,
 * cancelled or left out. Times are in the event's own time zone; whole days, and times without a
 * zone, are in that of the calendar (X-WR-TIMEZONE), or else in the given one.
 *
 * @param happenings those that overlap the range, in the order of the file
 * @param notUnderstood the events whose times could not be determined
 * @param ignored the number of events that are cancelled or not of the requested kind
 */
public record CalendarFile(
    List<Happening> happenings, List<NotUnderstood> notUnderstood, int ignored) {
  private static final int LONGEST_TEXT = 1_000_000;

  /**
   * An occurrence of an event.
   *
   * @param firstDay the first day of a whole-day event
   * @param summary empty when there is none
   * @param attendees their e-mail addresses
   */
  public record Happening(
      Span span,
      Optional<LocalDate> firstDay,
      Optional<LocalDate> dayAfter,
      String summary,
      List<String> attendees) {}

  /** An event that was skipped, and why. */
  @RegisterForReflection
  @Schema(description = "An event that was skipped because its times could not be determined.")
  public record NotUnderstood(
      @Schema(examples = "On call: Zoe") String summary,
      @Schema(examples = "the time zone 'Middle Earth' is not known") String why) {}

  /** Reads whole-day events only. */
  public static CalendarFile ofDays(String text, ZoneId zone, Span range, int most) {
    return read(text, new FileReader(zone, range, most, true));
  }

  /**
   * Reads a file.
   *
   * @param zone the time zone of whole days and floating times, when the file does not say
   * @param most the most happenings allowed
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
      throw Problem.invalid("", "the body is not a complete iCalendar file: " + e.getMessage());
    }
    if (calendars.isEmpty()) {
      throw Problem.invalid("", "the body must be an iCalendar file: BEGIN:VCALENDAR …");
    }
    calendars.forEach(reader::add);
    return reader.result();
  }
}
