package io.watchbill.rotation.rotation;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** A row of the version table. */
record StoredVersion(
    String rotation,
    int number,
    Instant effectiveFrom,
    RotationDefinition definition,
    String author,
    Instant createdAt) {

  /** Returns the version in force at an instant; before the first one takes effect, the first. */
  static StoredVersion inForce(List<StoredVersion> versions, Instant at) {
    return versions.stream()
        .filter(version -> !version.effectiveFrom().isAfter(at))
        .max(
            Comparator.comparing(StoredVersion::effectiveFrom).thenComparing(StoredVersion::number))
        .orElse(versions.getFirst());
  }
}
