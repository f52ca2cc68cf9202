package io.watchbill.escalation.plan;

/** An alarm to raise, with its reason. */
public record AlarmOrder(AlarmKind kind, String branch, String reason) {}
