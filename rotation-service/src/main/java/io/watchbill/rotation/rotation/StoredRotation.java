package io.watchbill.rotation.rotation;

import java.time.Instant;
import java.util.Optional;

/**
 * The row of a rotation.
 *
 * @param edition counts the definitions that were put
 * @param revision counts all that may move shifts, overrides included
 * @param changedAt the instant of the last change; the next one is later
 */
public record StoredRotation(
    String id,
    String name,
    String team,
    long edition,
    long revision,
    Instant changedAt,
    Optional<Archived> archived) {

  public Optional<Instant> archivedAt() {
    return archived.map(Archived::at);
  }

  /** Whether it was not archived yet at the instant. */
  public boolean isPresentAt(Instant at) {
    return archived.isEmpty() || archived.get().at().isAfter(at);
  }
}
