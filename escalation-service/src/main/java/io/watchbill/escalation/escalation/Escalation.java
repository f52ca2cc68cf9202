package io.watchbill.escalation.escalation;

import io.watchbill.escalation.plan.progress.Progress;
import java.util.UUID;

/**
 * A running escalation.
 *
 * @param purpose {@code main} or {@code fallback}
 * @param snapshot hash of the policy as it was when the escalation started
 */
public record Escalation(
    UUID id, UUID incident, int round, String purpose, String snapshot, Progress progress) {}
