package io.watchbill.escalation.oncall;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A rotation to ask for.
 *
 * @param etag of the known answer
 * @param at when it was claimed
 * @param traceparent continues the trace of the change that asks for it; null without one
 */
record RotationCheck(
    String rotation,
    @Nullable String etag,
    @Nullable Instant knownFrom,
    @Nullable Instant knownUntil,
    Instant at,
    @Nullable String traceparent) {}
