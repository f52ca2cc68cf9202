package io.watchbill.escalation.plan.decision;

import io.watchbill.escalation.plan.progress.AlarmKind;

/** An alarm to raise, with its reason. */
public record AlarmOrder(AlarmKind kind, String branch, String reason) {}
