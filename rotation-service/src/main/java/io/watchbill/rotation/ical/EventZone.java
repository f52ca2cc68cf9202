package io.watchbill.rotation.ical;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * The time zone of an event. A local time in a DST gap is read with the offset before it, and one
 * that occurs twice is its first occurrence (RFC 5545, 3.3.5).
 */
interface EventZone {

  Instant instant(LocalDateTime local);

  LocalDateTime local(Instant instant);

  /** A zone of the time zone database. */
  record Known(ZoneId zone) implements EventZone {

    @Override
    public Instant instant(LocalDateTime local) {
      return local.atZone(zone).toInstant();
    }

    @Override
    public LocalDateTime local(Instant instant) {
      return LocalDateTime.ofInstant(instant, zone);
    }
  }
}
