package io.watchbill.escalation.plan.oncall;

import io.watchbill.escalation.plan.facts.Facts;
import io.watchbill.escalation.plan.policy.Policy;
import io.watchbill.escalation.plan.shifts.CachedShifts;
import java.time.Instant;

/** Everything that is known at the instant of a decision. */
public record Situation(Policy policy, Facts facts, CachedShifts shifts, Instant now) {}
