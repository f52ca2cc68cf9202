package io.watchbill.escalation.policy;

import io.watchbill.escalation.EscalationError;
import io.watchbill.kit.problem.Problem;

/**
 * A stored policy that this version of the program cannot read: it was stored by a newer one, or by
 * hand. Whoever would have been paged by it is paged by the fallback policy.
 */
public final class UnreadablePolicyException extends Problem {
  private static final long serialVersionUID = 1L;

  UnreadablePolicyException(String id, RuntimeException cause) {
    super(
        EscalationError.POLICY_UNREADABLE,
        "The stored policy '" + id + "' cannot be read: " + cause.getMessage());
  }
}
