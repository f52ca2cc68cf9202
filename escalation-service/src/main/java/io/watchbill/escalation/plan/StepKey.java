package io.watchbill.escalation.plan;

/** What ends exactly one way in a round: one repetition of one step in one pass. */
public record StepKey(int pass, int step, int repetition) {}
