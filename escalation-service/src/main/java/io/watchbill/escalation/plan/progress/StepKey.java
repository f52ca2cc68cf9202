package io.watchbill.escalation.plan.progress;

/** Identifies one repetition of one step in one run; it ends exactly once in a round. */
public record StepKey(int run, int step, int repetition) {}
