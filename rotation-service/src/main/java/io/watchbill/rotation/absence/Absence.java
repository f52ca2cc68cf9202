package io.watchbill.rotation.absence;

import io.watchbill.rotation.calendar.time.Span;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The row of an absence.
 *
 * @param overrides that handed the shift over, when it was done at once
 */
record Absence(
    UUID id,
    String person,
    Kind kind,
    Span span,
    String reason,
    String author,
    Instant createdAt,
    Optional<Instant> withdrawnAt,
    List<UUID> overrides) {

  /** How the shift is covered meanwhile. */
  enum Kind {
    /** Others are asked. */
    ABSENCE,
    /** The secondary takes it at once. */
    AWAY
  }

  Absence with(List<UUID> made) {
    return new Absence(id, person, kind, span, reason, author, createdAt, withdrawnAt, made);
  }
}
