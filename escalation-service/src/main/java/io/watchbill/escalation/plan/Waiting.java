package io.watchbill.escalation.plan;

import java.time.Instant;

/**
 * A step that has not ended yet, and why.
 *
 * @param due null while the facts give it no due instant
 */
public record Waiting(StepKey key, Instant due, String reason) {}
