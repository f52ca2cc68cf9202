package io.watchbill.escalation.escalation;

import io.watchbill.escalation.plan.policy.Policy;
import io.watchbill.escalation.policy.PolicyChoice;
import java.time.Instant;
import java.util.UUID;

/**
 * An escalation to start.
 *
 * @param policy of the choice's snapshot
 * @param anchor from which its steps count
 */
public record Start(
    UUID incident,
    int round,
    Purpose purpose,
    PolicyChoice choice,
    Policy policy,
    Instant anchor) {}
