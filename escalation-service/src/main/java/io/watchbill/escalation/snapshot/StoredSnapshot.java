package io.watchbill.escalation.snapshot;

import java.time.Instant;

/**
 * A snapshot as it is kept.
 *
 * @param conditionsSince when severity, tags or quiet last changed within the round; null if never
 */
public record StoredSnapshot(
    IncidentSnapshot snapshot, Instant receivedAt, Instant conditionsSince) {}
