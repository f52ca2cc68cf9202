package io.watchbill.escalation.page;

import io.watchbill.escalation.plan.decision.StepRef;
import io.watchbill.escalation.plan.policy.Target;
import io.watchbill.escalation.plan.progress.StepKey;
import io.watchbill.escalation.recipient.PageTarget;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A page to store: one target, once for a repetition of a step.
 *
 * @param role the role by which the person was found; null if none
 */
record Page(
    UUID id,
    RoundKey round,
    Repetition repetition,
    PageTarget target,
    Target.@Nullable RoleOf role,
    String reason,
    Instant due) {

  /**
   * The step's repetition that pages.
   *
   * @param handover the number of the shift change that it follows; 0 for the step's own
   */
  record Repetition(StepKey key, int handover, StepRef step) {}
}
