package io.watchbill.escalation.plan.facts;

import java.time.Instant;

/**
 * A branch's acknowledgement.
 *
 * @param confirmed false until the incident-service confirms it: meanwhile paging pauses and due
 *     steps wait, because a refusal resumes paging
 */
public record BranchAcknowledgement(String by, Instant at, boolean confirmed) {}
