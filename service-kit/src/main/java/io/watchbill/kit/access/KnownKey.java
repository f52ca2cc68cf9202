package io.watchbill.kit.access;

import java.time.Instant;
import java.util.Optional;

/** A key as it is stored, with the principal and the rights that it stands for. */
record KnownKey(
    byte[] secretHash,
    Optional<Instant> expiresAt,
    Optional<Instant> revokedAt,
    Principal principal) {

  boolean isValidAt(Instant now) {
    return revokedAt.isEmpty() && expiresAt.filter(end -> !now.isBefore(end)).isEmpty();
  }
}
