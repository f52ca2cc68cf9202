package io.watchbill.escalation.plan.decision;

import io.watchbill.escalation.plan.policy.Target;
import io.watchbill.escalation.plan.progress.StepKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order to page a target.
 *
 * @param handover the number of the change of a shift that the page follows; 0 for the step's own
 * @param role the role through which the person was found; null if named directly
 * @param onCallUntil when the person's shift ends; null unless found through a shift
 * @param due from the anchor, never from the time of processing; lateness is measured from here
 */
public record PageOrder(
    StepKey key,
    int handover,
    StepRef step,
    Target.Resolved target,
    Target.@Nullable RoleOf role,
    @Nullable Instant onCallUntil,
    Instant due,
    String reason) {}
