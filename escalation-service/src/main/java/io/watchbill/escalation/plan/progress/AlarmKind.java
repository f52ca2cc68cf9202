package io.watchbill.escalation.plan.progress;

/** Why nobody was paged; each is raised once for a branch in a round. */
public enum AlarmKind {
  NOBODY_ON_CALL("nobody-on-call"),
  NO_CONTACT_METHOD("no-contact-method"),
  DELIVERIES_FAILED("deliveries-failed"),
  NO_POLICY("no-policy"),
  POLICY_UNREADABLE("policy-unreadable"),
  UNKNOWN_ON_CALL("unknown-on-call"),
  ENDED_UNACKNOWLEDGED("ended-unacknowledged"),
  ESCALATION_FAILED("escalation-failed");

  private final String text;

  AlarmKind(String text) {
    this.text = text;
  }

  /** Returns the word on the wire and in the database. */
  public String text() {
    return text;
  }
}
