package io.watchbill.rotation.feed;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.CalendarScale;
import biweekly.property.Method;
import biweekly.property.Organizer;
import biweekly.util.Duration;
import io.watchbill.rotation.calendar.Shift;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Shifts as an iCalendar file (RFC 5545, RFC 7986): all in UTC, none of them "busy".
 *
 * <p>An event's UID is its shift's identity, not its times: a moved shift stays the same event. Of
 * a shift that overrides interrupt, the later pieces are numbered.
 */
final class ShiftCalendar {
  private static final Duration REFRESH = Duration.builder().hours(1).build();

  private final ICalendar file = new ICalendar();
  private final Instant made;
  private final Map<String, Integer> pieces = new HashMap<>();

  /**
   * @param made the instant that the file is said to be of
   */
  ShiftCalendar(String name, Instant made) {
    this.made = made;
    file.setProductId("-//Watchbill//rotation-service//EN");
    file.setVersion(ICalVersion.V2_0);
    file.setMethod(Method.PUBLISH);
    file.setCalendarScale(CalendarScale.gregorian());
    file.setName(name);
    file.setExperimentalProperty("X-WR-CALNAME", name);
    file.setRefreshInterval(REFRESH);
    file.setExperimentalProperty("X-PUBLISHED-TTL", "PT1H");
  }

  /**
   * Adds shifts of one rotation.
   *
   * @param revision counts the changes of the rotation
   */
  void add(String rotationName, long revision, List<Shift> shifts) {
    for (Shift shift : shifts) {
      VEvent event = new VEvent();
      event.setUid(uid(shift.id().toString()));
      event.setDateTimeStamp(Date.from(made));
      event.setSequence(Math.toIntExact(revision));
      event.setDateStart(Date.from(shift.span().start()), true);
      event.setDateEnd(Date.from(shift.span().end()), true);
      event.setSummary(
          String.join(", ", shift.people()) + ": " + shift.role() + " of " + rotationName);
      event.setOrganizer(organizer());
      event.setTransparency(true);
      event.addCategories(shift.role());
      file.addEvent(event);
    }
  }

  private String uid(String shift) {
    int piece = pieces.merge(shift, 1, Integer::sum);
    return "shift/" + shift + (piece == 1 ? "" : "/" + piece) + "@watchbill";
  }

  /** A published event must have one (RFC 5546). */
  private static Organizer organizer() {
    Organizer organizer = new Organizer("Watchbill", null);
    organizer.setUri("urn:watchbill");
    return organizer;
  }

  String text() {
    return Biweekly.write(file).go();
  }
}
