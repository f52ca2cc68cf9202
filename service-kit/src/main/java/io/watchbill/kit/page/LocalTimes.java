package io.watchbill.kit.page;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Instants as people read them: local, with the day unless it is today, and with the zone.
 *
 * @param zone in which they are shown
 * @param language of days and months
 */
record LocalTimes(ZoneId zone, Locale language) {

  String text(Instant instant, Instant now) {
    ZonedDateTime at = instant.atZone(zone);
    ZonedDateTime today = now.atZone(zone);
    return DateTimeFormatter.ofPattern(pattern(at, today), language).format(at);
  }

  private String pattern(ZonedDateTime at, ZonedDateTime today) {
    if (at.toLocalDate().equals(today.toLocalDate())) {
      return "HH:mm zzz";
    }
    String day = language.equals(Locale.GERMAN) ? "EE d. MMM" : "EEE d MMM";
    return at.getYear() == today.getYear() ? day + " HH:mm zzz" : day + " yyyy HH:mm zzz";
  }
}
