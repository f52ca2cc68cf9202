package io.watchbill.incident.lifecycle;

/** The reason of a decision. The timeline and the answers of the API name it. */
public enum DecisionReason {
  OPENED("opened"),
  ACKNOWLEDGED("acknowledged"),
  ALREADY_ACKNOWLEDGED("already acknowledged"),
  ACKNOWLEDGED_IN_A_LATER_ROUND("a later round is already acknowledged"),
  ROUND_IS_OVER("the round is over and a newer one needs its own acknowledgement", true),
  ROUND_IS_UNKNOWN("there was no such round", true),
  OTHER_BRANCH("a branch other than main: this stops only that branch"),
  UNACKNOWLEDGED("un-acknowledged: somebody must be paged again"),
  NOT_ACKNOWLEDGED("not acknowledged: there is nothing to take back"),
  REOPEN_IT_INSTEAD("the incident is resolved: reopen it instead", true),
  RESOLVED_BY_HAND("resolved by hand"),
  TEST_PAGE_ACKNOWLEDGED("the test page is acknowledged"),
  TEST_PAGE_OVER("nobody acknowledged the test page in time"),
  RESOLVED_BY_ALERTS("all its alerts are resolved"),
  ALERTS_RESOLVED_STAYS_OPEN("all its alerts are resolved; the integration leaves it open"),
  CUT_MESSAGE_STAYS_OPEN(
      "all alerts that were sent are resolved, but the sender left some out of its message: it stays"
          + " open until a whole message says that all are"),
  SOME_ALERTS_RESOLVED("some of its alerts are resolved"),
  ALREADY_RESOLVED("already resolved"),
  REOPENED_BY_HAND("reopened by hand"),
  REOPENED_BY_NEW_ALERT("a new alert of the group"),
  REOPENED_AFTER_SUPPRESSION("its alerts still fire after the suppression"),
  SUPPRESSED_AFTER_RESOLVE("resolved by hand: repeats of its alerts do not reopen it yet"),
  ALREADY_OPEN("already open"),
  NEW_ALERT("a new alert; the round goes on"),
  NEW_ALERT_WHILE_ACKNOWLEDGED("a new alert, no worse than what was acknowledged"),
  WORSE_ALERT("an alert worse than the incident was"),
  WORSE_ALERT_WHILE_ACKNOWLEDGED("an alert worse than what was acknowledged"),
  NOTHING_NEW("nothing new"),
  SEVERITY_CHANGED("severity changed by hand"),
  SAME_SEVERITY("already has this severity"),
  TAGS_CHANGED("tags changed"),
  SAME_TAGS("already has these tags"),
  COMMENTED("a comment"),
  ASSIGNED("reassigned"),
  SAME_ASSIGNMENT("already assigned so"),
  ROLE_ASSIGNED("took a role"),
  SAME_ROLE("already has this role"),
  ROLE_RELEASED("gave up a role"),
  NOBODY_HAS_THE_ROLE("nobody has this role"),
  MUTED("muted"),
  SNOOZED("snoozed"),
  UNMUTED("unmuted"),
  MUTE_OVER("the mute is over"),
  HELD("legal hold placed"),
  HOLD_ENDED("legal hold released"),
  NOT_MUTED("not muted or snoozed, or not over yet"),
  RESOLVED_IS_MUTED("the incident is resolved: nobody is paged about it", true),
  WORSE_WHILE_MUTED("worse than when it was muted"),
  ACKNOWLEDGEMENT_TIMED_OUT("the acknowledgement timed out: no update since"),
  NOT_TIMED_OUT("not acknowledged, or updated recently"),
  ACKNOWLEDGEMENT_OVERDUE("nobody acknowledged in time"),
  NOT_OVERDUE("the clock is not running, or not over yet");

  private final String text;
  private final boolean refusal;

  DecisionReason(String text) {
    this(text, false);
  }

  DecisionReason(String text, boolean refusal) {
    this.text = text;
    this.refusal = refusal;
  }

  /** Returns whether the request is not legal in this state, so that the caller gets an error. */
  public boolean isRefusal() {
    return refusal;
  }

  /** Returns one clause for people. */
  public String text() {
    return text;
  }
}
