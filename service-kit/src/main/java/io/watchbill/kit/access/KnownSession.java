package io.watchbill.kit.access;

import io.watchbill.kit.access.AccessMetrics.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A stored session, and whose it is. It ends with the key that opened it.
 *
 * @param endedAt when it was ended, or its key revoked
 */
record KnownSession(
    UUID id, Identity identity, Instant lastUsedAt, Instant expiresAt, Optional<Instant> endedAt) {

  private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

  /** Returns why the session is no longer valid; empty while it is valid. */
  Optional<Refusal> refusalAt(Instant now, Duration idle) {
    if (endedAt.isPresent()) {
      return Optional.of(Refusal.REVOKED);
    }
    boolean expired = !now.isBefore(expiresAt) || !now.isBefore(lastUsedAt.plus(idle));
    return expired ? Optional.of(Refusal.EXPIRED) : Optional.empty();
  }

  /** Returns whether its use is to be recorded again. */
  boolean isToBeNoted(Instant now) {
    return now.isAfter(lastUsedAt.plus(NOTED_EVERY));
  }
}
