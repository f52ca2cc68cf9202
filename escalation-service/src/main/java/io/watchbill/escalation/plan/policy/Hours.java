package io.watchbill.escalation.plan.policy;

/**
 * A step's condition on working time.
 *
 * @param rotation whose working time; null for that of each person to page
 * @param inside whether the instant must be inside
 */
public record Hours(String rotation, boolean inside) {

  /** Returns whether it is about the people to page, each with their own working time. */
  public boolean ofResponder() {
    return rotation == null;
  }
}
