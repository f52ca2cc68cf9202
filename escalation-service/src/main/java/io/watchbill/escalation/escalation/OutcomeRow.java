package io.watchbill.escalation.escalation;

import io.watchbill.escalation.plan.decision.Outcome;
import io.watchbill.escalation.plan.facts.Branch;
import io.watchbill.escalation.plan.policy.Step;
import java.util.UUID;
import java.util.stream.Stream;

/** An outcome with the names of its step. */
record OutcomeRow(UUID incident, UUID escalation, String name, Branch branch, Outcome outcome) {

  static Stream<OutcomeRow> of(Settled settled) {
    return settled.decision().outcomes().stream().map(outcome -> of(settled, outcome));
  }

  private static OutcomeRow of(Settled settled, Outcome outcome) {
    Step step = settled.policy().steps().get(outcome.key().step());
    return new OutcomeRow(
        settled.escalation().incident(),
        settled.escalation().id(),
        step.name(),
        step.branch(),
        outcome);
  }
}
