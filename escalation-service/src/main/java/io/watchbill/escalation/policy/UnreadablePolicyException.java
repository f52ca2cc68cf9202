package io.watchbill.escalation.policy;

import io.watchbill.escalation.EscalationError;
import io.watchbill.kit.problem.Problem;

/**
 * A stored policy that this version cannot read: a newer one stored it, or it was edited by hand.
 * The fallback policy pages instead.
 */
public final class UnreadablePolicyException extends Problem {
  private static final long serialVersionUID = 1L;

  UnreadablePolicyException(String id, RuntimeException cause) {
    super(
        EscalationError.POLICY_UNREADABLE,
        "The stored policy '" + id + "' cannot be read: " + cause.getMessage());
  }
}
