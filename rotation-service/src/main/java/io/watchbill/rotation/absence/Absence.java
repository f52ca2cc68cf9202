package io.watchbill.rotation.absence;

import io.watchbill.rotation.calendar.time.Span;
import io.watchbill.rotation.exchange.Authorship;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A row of the absence table.
 *
 * @param overrides the overrides that handed the shifts over at once; empty when cover is requested
 *     instead
 */
record Absence(
    UUID id,
    String person,
    Kind kind,
    Span span,
    Authorship authorship,
    Optional<Instant> withdrawnAt,
    List<UUID> overrides) {

  /** How the shifts are covered meanwhile. */
  enum Kind {
    /** Cover is requested. */
    ABSENCE,
    /** The secondary takes over at once. */
    AWAY
  }

  Absence with(List<UUID> made) {
    return new Absence(id, person, kind, span, authorship, withdrawnAt, made);
  }
}
