package io.watchbill.escalation.plan.facts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The instants from which steps count, of the current round; null where nothing of the kind
 * happened.
 */
public record Anchors(
    Instant triggered, @Nullable Instant lastUpdate, @Nullable Instant severityChange) {}
