package io.watchbill.kit.event;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message in the outbox. Its id is the event's id.
 *
 * @param payload null when the data is read just before sending
 * @param traceparent of the work that stored the row; null if that was no part of a trace
 */
public record OutboxRow(
    UUID id,
    String type,
    String subject,
    @Nullable String payload,
    Instant createdAt,
    int attempts,
    @Nullable String traceparent) {

  /** Returns the payload of a type of event that stores it. */
  public String stored() {
    return requireNonNull(payload, type);
  }
}
