package io.watchbill.escalation.escalation;

import io.watchbill.escalation.plan.decision.EscalationDecision;
import io.watchbill.escalation.plan.policy.Policy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An escalation after a decision.
 *
 * @param nextDue when it is evaluated next; null while only a change of facts can matter
 * @param traceparent continues the trace of what began the round; null if that was no part of one
 */
public record Settled(
    Escalation escalation,
    Policy policy,
    EscalationDecision decision,
    @Nullable Instant nextDue,
    @Nullable String traceparent) {}
