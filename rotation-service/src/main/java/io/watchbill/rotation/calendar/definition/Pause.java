package io.watchbill.rotation.calendar.definition;

import io.watchbill.rotation.calendar.time.WallClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Days on which a person takes no turns: before joining, after leaving, or in between.
 *
 * @param from the first such day; empty for since forever
 * @param until the first day on which they take turns again; empty for never
 */
public record Pause(String person, Optional<LocalDate> from, Optional<LocalDate> until) {

  /** Returns when the pause begins in the time zone. */
  Instant start(ZoneId zone) {
    return from.map(day -> WallClock.instant(day.atStartOfDay(), zone)).orElse(Instant.MIN);
  }

  /** Returns when the pause ends in the time zone. */
  Instant end(ZoneId zone) {
    return until.map(day -> WallClock.instant(day.atStartOfDay(), zone)).orElse(Instant.MAX);
  }

  boolean holds(Instant instant, ZoneId zone) {
    return !instant.isBefore(start(zone)) && instant.isBefore(end(zone));
  }
}
