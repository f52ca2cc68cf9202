package io.watchbill.escalation.messages;

import java.time.Instant;
import java.util.UUID;

/** The border in a list by ids between what was made before an instant and what was made later. */
final class TimeBound {
  private static final int AFTER_MILLIS = 16;

  private TimeBound() {}

  /** Returns the least UUIDv7 of an instant. */
  static UUID at(Instant instant) {
    return new UUID(instant.toEpochMilli() << AFTER_MILLIS, 0);
  }
}
