package io.watchbill.escalation.plan.decision;

import io.watchbill.escalation.plan.facts.Branch;
import io.watchbill.escalation.plan.policy.Step;
import io.watchbill.escalation.plan.policy.While;

/**
 * The step that a page belongs to.
 *
 * @param during how long the page is wanted
 * @param acknowledgements how many different people must acknowledge the branch to stop it
 */
public record StepRef(String name, Branch branch, While during, int acknowledgements) {

  static StepRef of(Step step) {
    return new StepRef(step.name(), step.branch(), step.during(), step.acknowledgements());
  }

  StepRef during(While other) {
    return new StepRef(name, branch, other, acknowledgements);
  }
}
