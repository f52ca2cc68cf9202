package io.watchbill.escalation.oncall;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A rotation to ask for.
 *
 * @param etag of the known answer
 * @param at when it was claimed
 */
record RotationCheck(
    String rotation,
    @Nullable String etag,
    @Nullable Instant knownFrom,
    @Nullable Instant knownUntil,
    Instant at) {}
