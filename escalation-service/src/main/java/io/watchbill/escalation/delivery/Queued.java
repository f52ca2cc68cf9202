package io.watchbill.escalation.delivery;

/** Deliveries may be due now. Fired in-process, after a commit. */
public record Queued() {}
