package io.watchbill.rotation.ical;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;

/** Parses dates and local times of RFC 5545. */
final class LocalTimes {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);
  private static final DateTimeFormatter DATE_TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss").withResolverStyle(ResolverStyle.STRICT);

  private LocalTimes() {}

  static boolean isDate(String text) {
    return text.length() == 8;
  }

  static boolean isUtc(String text) {
    return text.endsWith("Z");
  }

  static LocalDate date(String text) {
    try {
      return LocalDate.parse(text.length() >= 8 ? text.substring(0, 8) : text, DATE);
    } catch (DateTimeException e) {
      throw new Unreadable("'" + text + "' is not a date");
    }
  }

  /** Parses a local time, in UTC when it ends with Z; a date is its midnight. */
  static LocalDateTime dateTime(String text) {
    if (isDate(text)) {
      return date(text).atStartOfDay();
    }
    String plain = isUtc(text) ? text.substring(0, text.length() - 1) : text;
    try {
      // A leap second is read as the second before it (RFC 5545, 3.3.12).
      return LocalDateTime.parse(plain.replaceFirst("60$", "59"), DATE_TIME);
    } catch (DateTimeException e) {
      throw new Unreadable("'" + text + "' is not a time");
    }
  }
}
