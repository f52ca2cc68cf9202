package io.watchbill.escalation.plan.progress;

/** What ends exactly one way in a round: one repetition of one step in one run. */
public record StepKey(int run, int step, int repetition) {}
