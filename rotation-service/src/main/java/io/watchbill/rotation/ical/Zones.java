package io.watchbill.rotation.ical;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The time zones of one calendar. A name is searched in the time zone database, then among those of
 * Windows, then in the calendar itself.
 */
final class Zones {
  private static final EventZone UTC = new EventZone.Known(ZoneOffset.UTC);

  private final Map<String, Component> written = new HashMap<>();
  private final Map<String, EventZone> found = new HashMap<>();
  private final Optional<String> ofCalendar;
  private final ZoneId otherwise;
  private final LocalDateTime from;
  private final LocalDateTime until;
  private final Steps steps;

  /**
   * Creates the zones.
   *
   * @param otherwise the time zone of floating times, when the calendar does not say
   */
  Zones(
      Component calendar, ZoneId otherwise, LocalDateTime from, LocalDateTime until, Steps steps) {
    this.otherwise = otherwise;
    this.from = from;
    this.until = until;
    this.steps = steps;
    calendar.parts("VTIMEZONE").forEach(zone -> written.put(zone.text("TZID"), zone));
    ofCalendar =
        calendar.first("X-WR-TIMEZONE").map(ContentLine::text).filter(name -> !name.isBlank());
  }

  EventZone utc() {
    return UTC;
  }

  /** Returns the time zone of whole days and floating times. */
  EventZone floating() {
    return ofCalendar.map(this::named).orElseGet(() -> new EventZone.Known(otherwise));
  }

  /**
   * Returns the time zone of a name.
   *
   * @throws Unreadable when the name is unknown
   */
  EventZone named(String name) {
    EventZone zone = found.get(name);
    if (zone == null) {
      zone = lookedUp(name);
      found.put(name, zone);
    }
    return zone;
  }

  private EventZone lookedUp(String name) {
    Optional<ZoneId> known = known(name).or(() -> WindowsZones.zone(name));
    if (known.isPresent()) {
      return new EventZone.Known(known.get());
    }
    Component zone = written.get(name);
    if (zone == null) {
      throw new Unreadable("the time zone '" + name + "' is unknown");
    }
    return known(zone.text("X-LIC-LOCATION"))
        .<EventZone>map(EventZone.Known::new)
        .orElseGet(() -> WrittenZone.of(zone, from, until, steps));
  }

  /**
   * Returns a known zone, also of names such as {@code
   * /freeassociation.sourceforge.net/Europe/Berlin}.
   */
  private static Optional<ZoneId> known(String name) {
    String rest = name.strip();
    boolean global = rest.startsWith("/");
    while (!rest.isEmpty()) {
      Optional<ZoneId> zone = database(rest);
      int slash = rest.indexOf('/');
      if (zone.isPresent() || !global || slash < 0) {
        return zone;
      }
      rest = rest.substring(slash + 1);
    }
    return Optional.empty();
  }

  /**
   * Returns a zone by region name only: "EST" or "+02:00" are left to the file's own definition.
   */
  private static Optional<ZoneId> database(String name) {
    try {
      boolean region = name.indexOf('/') > 0 || name.matches("(?i)UTC|GMT|Z");
      return region
          ? Optional.of(ZoneId.of(name.matches("(?i)UTC|GMT|Z") ? "UTC" : name))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
