package io.watchbill.kit.access;

import io.watchbill.kit.access.AccessMetrics.Refusal;
import java.time.Instant;
import java.util.Optional;

/** A stored key, and whose it is. */
record KnownKey(
    byte[] secretHash,
    Optional<Instant> expiresAt,
    Optional<Instant> revokedAt,
    Identity identity) {

  /** Returns why the key is no longer valid; empty while it is valid. */
  Optional<Refusal> refusalAt(Instant now) {
    if (revokedAt.isPresent()) {
      return Optional.of(Refusal.REVOKED);
    }
    return expiresAt.filter(end -> !now.isBefore(end)).map(end -> Refusal.EXPIRED);
  }
}
