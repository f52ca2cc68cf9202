package io.watchbill.escalation.plan.shifts;

import java.time.Instant;

/** A stretch of working time; half-open. */
public record Window(Instant from, Instant to) {}
