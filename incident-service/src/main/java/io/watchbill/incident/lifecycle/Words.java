package io.watchbill.incident.lifecycle;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Values as the texts of a timeline say them; the exact ones are in the facts of the entry. */
final class Words {
  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("EEE d MMM HH:mm 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private Words() {}

  /** Returns, for example, {@code Mon 30 Nov 17:00 UTC}. */
  static String instant(Instant instant) {
    return INSTANT.format(instant);
  }
}
