package io.watchbill.rotation.input;

import io.watchbill.kit.problem.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads instants and time zones. */
public final class Instants {
  private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");
  private static final String RULE =
      "an RFC 3339 instant, such as 2026-01-05T17:00:00Z, from the year 1900 to 9999";

  private Instants() {}

  /** Parses an instant; empty when the text is none or lies out of range. */
  public static Optional<Instant> of(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant()).filter(Instants::inRange);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /**
   * Reads a required parameter or field.
   *
   * @param name of the parameter, or JSON pointer of the field
   * @throws Problem when it is absent or no instant
   */
  public static Instant needed(String name, @Nullable String text) {
    if (text == null || text.isBlank()) {
      throw Problem.invalid(name, name + " is required: " + RULE);
    }
    // A plus that was not encoded arrives as a blank.
    return of(text.strip().replace(' ', '+'))
        .orElseThrow(() -> Problem.invalid(name, name + " is " + RULE));
  }

  /** Reads an optional parameter or field, see {@link #needed}. */
  public static Optional<Instant> optional(String name, @Nullable String text) {
    return text == null || text.isBlank() ? Optional.empty() : Optional.of(needed(name, text));
  }

  /** Returns whether the text names a zone of the IANA database. */
  public static boolean isZone(@Nullable String text) {
    return text != null && ZoneId.getAvailableZoneIds().contains(text);
  }

  /** Returns the message for a text that names no zone. */
  public static String zoneRule(String text) {
    return "there is no time zone '" + text + "'; allowed are names such as Europe/Berlin or UTC";
  }

  private static boolean inRange(Instant instant) {
    return !instant.isBefore(EARLIEST) && !instant.isAfter(LATEST);
  }
}
