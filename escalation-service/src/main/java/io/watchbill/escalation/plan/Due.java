package io.watchbill.escalation.plan;

import java.time.Instant;

/** A repetition of a step with its due instant. */
record Due(int index, Step step, StepKey key, Instant at) {}
