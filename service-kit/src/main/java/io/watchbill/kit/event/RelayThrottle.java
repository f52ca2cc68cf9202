package io.watchbill.kit.event;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a relay may send now: records wait while pages are under way, for a limited time.
 */
final class RelayThrottle {
  static final Duration LONGEST = Duration.ofSeconds(30);

  private final Iterable<PagingLoad> rushes;
  private final Clock clock;
  private @Nullable Instant since;

  RelayThrottle(Iterable<PagingLoad> rushes, Clock clock) {
    this.rushes = rushes;
    this.clock = clock;
  }

  /** Events of this priority and greater ones wait. */
  int waitsFrom() {
    if (!isRush()) {
      since = null;
      return Integer.MAX_VALUE;
    }
    Instant now = clock.instant();
    since = since == null ? now : since;
    return since.plus(LONGEST).isAfter(now) ? OutboxMessage.RECORD : Integer.MAX_VALUE;
  }

  private boolean isRush() {
    for (PagingLoad rush : rushes) {
      if (rush.isOn()) {
        return true;
      }
    }
    return false;
  }
}
