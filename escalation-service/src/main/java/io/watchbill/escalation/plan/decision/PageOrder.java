package io.watchbill.escalation.plan.decision;

import io.watchbill.escalation.plan.policy.Target;
import io.watchbill.escalation.plan.policy.While;
import io.watchbill.escalation.plan.progress.StepKey;
import java.time.Instant;

/**
 * Somebody to tell.
 *
 * @param handover the number of the change of a shift that it follows; 0 for the step's own
 * @param acknowledgements how many different people must acknowledge the branch to stop it
 * @param role the role through which the person was found; null if named directly
 * @param due from the anchor, never from the time of processing; lateness is measured from here
 */
public record PageOrder(
    StepKey key,
    int handover,
    String stepName,
    String branch,
    While during,
    int acknowledgements,
    Target.Resolved target,
    Target.RoleOf role,
    Instant due,
    String reason) {}
