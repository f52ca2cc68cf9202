package io.watchbill.escalation.plan.policy;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * A step's condition on working time.
 *
 * @param rotation whose working time; null for that of each person to page
 * @param inside whether the instant must be inside
 */
public record Hours(@Nullable String rotation, boolean inside) {

  /** Returns the rotation whose working time it is about, when it is not about the people. */
  public String ofRotation() {
    return requireNonNull(rotation);
  }

  /** Returns whether it is about the people to page, each with their own working time. */
  public boolean ofResponder() {
    return rotation == null;
  }
}
