package io.watchbill.rotation.shiftnotice;

import io.watchbill.rotation.calendar.time.Span;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Words notices for one recipient: people by name, times on the recipient's wall clock. */
public final class NoticeWording {
  private static final String PERSON = "person:";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter WITH_YEAR =
      DateTimeFormatter.ofPattern("EEE d MMM uuuu HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter ZONE = DateTimeFormatter.ofPattern("z", Locale.ENGLISH);

  private final ZoneId zone;
  private final int year;
  private final UnaryOperator<String> names;

  /**
   * Creates a wording.
   *
   * @param zone the recipient's time zone
   * @param now its year is left out of times
   * @param names returns the name of a person
   */
  NoticeWording(ZoneId zone, Instant now, UnaryOperator<String> names) {
    this.zone = zone;
    this.year = now.atZone(zone).getYear();
    this.names = names;
  }

  /** Returns the name of a person. */
  public String name(String person) {
    return names.apply(person);
  }

  /** Returns the name of a caller such as {@code person:alice} or {@code automation:deploy}. */
  public String caller(String caller) {
    return caller.startsWith(PERSON)
        ? name(caller.substring(PERSON.length()))
        : "the " + caller.replace(":", " ");
  }

  /** Returns a span such as {@code Mon 30 Nov 09:00 to Mon 7 Dec 09:00 PST}. */
  public String times(Span span) {
    return times(span.start(), span.end());
  }

  /** Returns a span as {@link #times(Span)} does. */
  public String times(Instant from, Instant to) {
    ZonedDateTime start = from.atZone(zone);
    ZonedDateTime end = to.atZone(zone);
    String shortZone = ZONE.format(end);
    String startZone = ZONE.format(start).equals(shortZone) ? "" : " " + ZONE.format(start);
    return time(start) + startZone + " to " + time(end) + " " + shortZone;
  }

  private String time(ZonedDateTime time) {
    return (time.getYear() == year ? TIME : WITH_YEAR).format(time);
  }
}
