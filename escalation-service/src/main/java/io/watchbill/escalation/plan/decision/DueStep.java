package io.watchbill.escalation.plan.decision;

import io.watchbill.escalation.plan.policy.Step;
import io.watchbill.escalation.plan.progress.StepKey;
import java.time.Instant;

/** A repetition of a step with its due instant. */
record DueStep(int index, Step step, StepKey key, Instant at) {}
