package io.watchbill.escalation.plan.policy;

/** The instant from which a step counts. It belongs to the incident's current round. */
public enum Since {
  TRIGGERED("triggered"),
  ACKNOWLEDGED("acknowledged"),
  LAST_UPDATE("lastUpdate"),
  SEVERITY_CHANGE("severityChange"),
  /**
   * The due instant of the step before it in the same branch; the first one counts from the run.
   */
  PREVIOUS_STEP("previousStep");

  private final String text;

  Since(String text) {
    this.text = text;
  }

  /** Returns the word in a policy. */
  public String text() {
    return text;
  }

  /** Returns whether the anchor may move forward within a round. */
  public boolean moves() {
    return this == LAST_UPDATE || this == SEVERITY_CHANGE;
  }
}
