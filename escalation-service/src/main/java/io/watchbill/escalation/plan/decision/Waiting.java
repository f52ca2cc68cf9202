package io.watchbill.escalation.plan.decision;

import io.watchbill.escalation.plan.progress.StepKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step that has not ended yet, and why.
 *
 * @param due null while the facts give it no due instant
 */
public record Waiting(StepKey key, @Nullable Instant due, String reason) {}
