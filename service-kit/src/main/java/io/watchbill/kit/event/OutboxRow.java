package io.watchbill.kit.event;

import java.time.Instant;
import java.util.UUID;

/** A message in the outbox. Its id is the event's id. */
public record OutboxRow(
    UUID id, String type, String subject, String payload, Instant createdAt, int attempts) {}
