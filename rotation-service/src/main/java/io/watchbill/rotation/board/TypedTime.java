package io.watchbill.rotation.board;

import io.watchbill.kit.problem.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Times as people type them into forms, on the wall clock of their zone. */
public final class TypedTime {
  private TypedTime() {}

  /**
   * Returns the instant that a field holds; null when it is empty. A local time that does not exist
   * is the first one after the gap.
   *
   * @throws Problem at the field when it holds no time
   */
  public static @Nullable Instant instant(String field, @Nullable String local, ZoneId zone) {
    if (local == null || local.isBlank()) {
      return null;
    }
    try {
      return LocalDateTime.parse(local).atZone(zone).toInstant();
    } catch (DateTimeException e) {
      throw Problem.invalid("/" + field, "A day and a time, such as 2026-12-24T18:00.");
    }
  }
}
