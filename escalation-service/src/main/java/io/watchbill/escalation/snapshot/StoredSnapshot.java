package io.watchbill.escalation.snapshot;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot as it is stored.
 *
 * @param conditionsSince when severity, tags or mute last changed within the round; null if never
 * @param traceparent continues the trace of what began the round; null if that was no part of one
 */
public record StoredSnapshot(
    IncidentSnapshot snapshot,
    Instant receivedAt,
    @Nullable Instant conditionsSince,
    @Nullable String traceparent) {}
