package io.watchbill.rotation.feed;

import io.watchbill.rotation.calendar.shift.Shift;
import io.watchbill.rotation.ical.CalendarText;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes shifts as an iCalendar file (RFC 5545, RFC 7986): all times in UTC, none of them "busy".
 *
 * <p>An event's UID is the id of its shift, not its times: a moved shift stays the same event. When
 * overrides split a shift, the later parts are numbered.
 */
final class ShiftCalendar {
  private final CalendarText file = new CalendarText();
  private final Instant made;
  private final Map<String, Integer> pieces = new HashMap<>();

  /**
   * Creates an empty file.
   *
   * @param made the DTSTAMP of all events
   */
  ShiftCalendar(String name, Instant made) {
    this.made = made;
    file.begin("VCALENDAR")
        .line("VERSION", "2.0")
        .line("PRODID", "-//Watchbill//rotation-service//EN")
        .line("CALSCALE", "GREGORIAN")
        .line("METHOD", "PUBLISH")
        .text("NAME", name)
        .text("X-WR-CALNAME", name)
        .line("REFRESH-INTERVAL;VALUE=DURATION", "PT1H")
        .line("X-PUBLISHED-TTL", "PT1H");
  }

  /**
   * Adds shifts of one rotation.
   *
   * @param revision the number of changes of the rotation
   */
  void add(String rotationName, long revision, List<Shift> shifts) {
    for (Shift shift : shifts) {
      file.begin("VEVENT")
          .text("UID", uid(shift.id().toString()))
          .instant("DTSTAMP", made)
          .line("SEQUENCE", String.valueOf(Math.toIntExact(revision)))
          .instant("DTSTART", shift.span().start())
          .instant("DTEND", shift.span().end())
          .text(
              "SUMMARY",
              String.join(", ", shift.people()) + ": " + shift.role() + " of " + rotationName)
          // A published event must have one (RFC 5546).
          .line("ORGANIZER;CN=Watchbill", "urn:watchbill")
          .line("TRANSP", "TRANSPARENT")
          .text("CATEGORIES", shift.role())
          .end("VEVENT");
    }
  }

  private String uid(String shift) {
    int piece = pieces.merge(shift, 1, Integer::sum);
    return "shift/" + shift + (piece == 1 ? "" : "/" + piece) + "@watchbill";
  }

  String text() {
    return file + "END:VCALENDAR\r\n";
  }
}
