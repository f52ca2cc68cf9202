package io.watchbill.kit.event;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message in the outbox. Its id is the event's id.
 *
 * @param payload null when the data is read just before sending
 */
public record OutboxRow(
    UUID id,
    String type,
    String subject,
    @Nullable String payload,
    Instant createdAt,
    int attempts) {

  /** Returns the payload of a type of event that stores it. */
  public String stored() {
    return requireNonNull(payload, type);
  }
}
