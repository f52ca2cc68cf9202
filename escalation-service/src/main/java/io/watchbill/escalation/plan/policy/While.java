package io.watchbill.escalation.plan.policy;

/** How long a step stays wanted; checked at its due instant. */
public enum While {
  /** Until the incident is resolved, acknowledged or not. */
  OPEN("open"),
  /** Until the step's own branch is acknowledged. */
  UNACKNOWLEDGED("unacknowledged");

  private final String text;

  While(String text) {
    this.text = text;
  }

  /** Returns the word in a policy. */
  public String text() {
    return text;
  }
}
