package io.watchbill.escalation.plan.policy;

/** How long a step goes on being wanted; judged at its due instant. */
public enum While {
  /** Also after the acknowledgement, until the incident is resolved. */
  OPEN("open"),
  /** Until the step's own branch is acknowledged. */
  UNACKNOWLEDGED("unacknowledged");

  private final String text;

  While(String text) {
    this.text = text;
  }

  /** As written in a policy. */
  public String text() {
    return text;
  }
}
