package io.watchbill.escalation.plan.facts;

import java.time.Instant;

/**
 * A branch's acknowledgement.
 *
 * @param confirmed false while the incident-service has neither confirmed nor refused it: paging is
 *     silent, and what falls due waits, because a refusal resumes it
 */
public record Acknowledged(String by, Instant at, boolean confirmed) {}
