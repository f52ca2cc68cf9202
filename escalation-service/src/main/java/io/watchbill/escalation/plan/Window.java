package io.watchbill.escalation.plan;

import java.time.Instant;

/** A stretch of working time; half-open. */
public record Window(Instant from, Instant to) {}
