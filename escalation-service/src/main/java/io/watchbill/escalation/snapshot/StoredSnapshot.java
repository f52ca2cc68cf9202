package io.watchbill.escalation.snapshot;

import java.time.Instant;

/**
 * A snapshot as it is stored.
 *
 * @param conditionsSince when severity, tags or mute last changed within the round; null if never
 */
public record StoredSnapshot(
    IncidentSnapshot snapshot, Instant receivedAt, Instant conditionsSince) {}
