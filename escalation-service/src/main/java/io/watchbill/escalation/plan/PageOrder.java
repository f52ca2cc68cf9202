package io.watchbill.escalation.plan;

import java.time.Instant;

/**
 * Somebody to tell.
 *
 * @param target the resolved target: a person, or a webhook
 * @param role the role through which the person was found; null if named directly
 * @param due from the anchor, never from the time of processing; lateness is measured from here
 */
public record PageOrder(
    StepKey key,
    String stepName,
    String branch,
    While during,
    Target target,
    Target.RoleOf role,
    Instant due,
    String reason) {}
