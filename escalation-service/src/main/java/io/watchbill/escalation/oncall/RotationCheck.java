package io.watchbill.escalation.oncall;

import java.time.Instant;

/**
 * A rotation to ask for.
 *
 * @param etag of the known answer
 * @param at when it was claimed
 */
record RotationCheck(
    String rotation, String etag, Instant knownFrom, Instant knownUntil, Instant at) {}
