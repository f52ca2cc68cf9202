package io.watchbill.escalation.plan.facts;

import java.time.Instant;

/**
 * The instants from which steps count, of the current round; null where nothing of the kind
 * happened.
 */
public record Anchors(Instant triggered, Instant lastUpdate, Instant severityChange) {}
