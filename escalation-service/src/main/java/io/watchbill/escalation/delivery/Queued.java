package io.watchbill.escalation.delivery;

/** An in-process event after a commit: deliveries may be due now. */
public record Queued() {}
