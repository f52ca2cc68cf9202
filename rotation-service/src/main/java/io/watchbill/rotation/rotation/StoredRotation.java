package io.watchbill.rotation.rotation;

import java.time.Instant;
import java.util.Optional;

/**
 * A row of the rotation table.
 *
 * @param definitionRevision counts the changes of the definition
 * @param revision counts all changes that may change shifts, overrides included
 * @param changedAt the instant of the last change; the next one is later
 */
public record StoredRotation(
    String id,
    String name,
    String team,
    long definitionRevision,
    long revision,
    Instant changedAt,
    Optional<Archived> archived) {

  public Optional<Instant> archivedAt() {
    return archived.map(Archived::at);
  }

  /** Returns whether it was not archived yet at the instant. */
  public boolean isPresentAt(Instant at) {
    return archived.isEmpty() || archived.get().at().isAfter(at);
  }
}
