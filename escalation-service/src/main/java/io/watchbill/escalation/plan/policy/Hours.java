package io.watchbill.escalation.plan.policy;

/**
 * A step's condition on working time.
 *
 * @param rotation whose working time; null for that of whoever would be told
 * @param inside whether it asks to be inside of it
 */
public record Hours(String rotation, boolean inside) {

  /** Whether it is about whoever would be told, each in their own zone. */
  public boolean ofResponder() {
    return rotation == null;
  }
}
