package io.watchbill.kit.access;

import io.watchbill.kit.access.AccessMetrics.Refusal;
import java.time.Instant;
import java.util.Optional;

/** A key as it is stored, with the principal and the rights that it stands for. */
record KnownKey(
    byte[] secretHash,
    Optional<Instant> expiresAt,
    Optional<Instant> revokedAt,
    Principal principal) {

  /** Why it is no longer good; empty while it is. */
  Optional<Refusal> refusalAt(Instant now) {
    if (revokedAt.isPresent()) {
      return Optional.of(Refusal.REVOKED);
    }
    return expiresAt.filter(end -> !now.isBefore(end)).map(end -> Refusal.EXPIRED);
  }
}
