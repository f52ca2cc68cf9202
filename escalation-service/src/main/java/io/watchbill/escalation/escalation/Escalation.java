package io.watchbill.escalation.escalation;

import io.watchbill.escalation.plan.progress.Progress;
import java.util.UUID;

/**
 * A running escalation.
 *
 * @param purpose main or fallback
 * @param policySnapshot hash of the policy as it was when the escalation started
 */
public record Escalation(
    UUID id, UUID incident, int round, Purpose purpose, String policySnapshot, Progress progress) {}
