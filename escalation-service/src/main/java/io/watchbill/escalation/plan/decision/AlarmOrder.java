package io.watchbill.escalation.plan.decision;

import io.watchbill.escalation.plan.facts.Branch;
import io.watchbill.escalation.plan.progress.AlarmKind;

/** An alarm to raise, with its reason. */
public record AlarmOrder(AlarmKind kind, Branch branch, String reason) {}
