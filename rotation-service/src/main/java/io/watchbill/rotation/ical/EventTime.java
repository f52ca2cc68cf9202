package io.watchbill.rotation.ical;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A date or time of an event.
 *
 * @param local in its time zone; the midnight of a date
 * @param wholeDay whether it is a date
 * @param floating whether the event names no time zone
 * @param zoneName as in the file, "" for none
 */
record EventTime(
    LocalDateTime local, boolean wholeDay, boolean floating, String zoneName, EventZone zone) {

  /**
   * Parses a time.
   *
   * @throws Unreadable when it is none, or its time zone is unknown
   */
  static EventTime of(ContentLine line, String value, Zones zones) {
    boolean date = LocalTimes.isDate(value);
    if (line.parameter("VALUE").orElse("").equalsIgnoreCase("DATE") && !date) {
      throw new Unreadable("'" + value + "' is not a date");
    }
    LocalDateTime local = LocalTimes.dateTime(value);
    if (LocalTimes.isUtc(value)) {
      return new EventTime(local, false, false, "UTC", zones.utc());
    }
    Optional<String> name = line.parameter("TZID").filter(zone -> !date);
    return name.isPresent()
        ? new EventTime(local, false, false, name.get(), zones.named(name.get()))
        : new EventTime(local, date, !date, "", zones.floating());
  }

  /** Returns all times of a property that may have several. */
  static Stream<EventTime> all(ContentLine line, Zones zones) {
    return List.of(line.value().split(",")).stream()
        .filter(value -> !value.isBlank())
        .map(value -> of(line, value.strip(), zones));
  }

  EventTime at(LocalDateTime otherLocal) {
    return new EventTime(otherLocal, wholeDay, floating, zoneName, zone);
  }

  Instant instant() {
    return zone.instant(local);
  }
}
