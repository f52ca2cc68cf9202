package io.watchbill.escalation.picture;

import java.time.Instant;

/**
 * A picture as it is kept.
 *
 * @param conditionsSince when severity, tags or quiet last changed within the round; null if never
 */
public record StoredPicture(IncidentPicture picture, Instant receivedAt, Instant conditionsSince) {}
