package io.watchbill.incident.lifecycle;

/** Why a decision came out as it did. The timeline and the answers of the API name it. */
public enum Reason {
  OPENED("opened"),
  ACKNOWLEDGED("acknowledged"),
  ALREADY_ACKNOWLEDGED("acknowledged already"),
  ACKNOWLEDGED_IN_A_LATER_ROUND("a later round is acknowledged already"),
  ROUND_IS_OVER("the round is over and a newer one needs its own acknowledgement", true),
  ROUND_IS_UNKNOWN("there was no such round", true),
  OTHER_BRANCH("another branch than main: it stops only itself"),
  UNACKNOWLEDGED("un-acknowledged: somebody must be told again"),
  NOT_ACKNOWLEDGED("not acknowledged, so there is nothing to take back"),
  REOPEN_IT_INSTEAD("it is resolved: reopen it instead", true),
  RESOLVED_BY_HAND("resolved by hand"),
  RESOLVED_BY_ALERTS("all its alerts are resolved"),
  ALERTS_RESOLVED_STAYS_OPEN("all its alerts are resolved; the integration leaves it open"),
  CUT_MESSAGE_STAYS_OPEN(
      "all alerts that were sent are resolved, but the sender left some out of its message: it stays"
          + " open until a whole message says that all are"),
  SOME_ALERTS_RESOLVED("some of its alerts are resolved"),
  ALREADY_RESOLVED("resolved already"),
  REOPENED_BY_HAND("reopened by hand"),
  REOPENED_BY_NEW_ALERT("a new alert of the group"),
  REOPENED_AFTER_SUPPRESSION("its alerts still fire after the quiet time"),
  SUPPRESSED_AFTER_RESOLVE("resolved by hand, the same alerts stay quiet"),
  ALREADY_OPEN("open already"),
  NEW_ALERT("a new alert; the round goes on"),
  NEW_ALERT_WHILE_ACKNOWLEDGED("a new alert, no worse than what was acknowledged"),
  WORSE_ALERT("an alert worse than the incident was"),
  WORSE_ALERT_WHILE_ACKNOWLEDGED("an alert worse than what was acknowledged"),
  NOTHING_NEW("nothing new"),
  SEVERITY_CHANGED("severity changed by hand"),
  SAME_SEVERITY("it has this severity already"),
  TAGS_CHANGED("tags changed"),
  SAME_TAGS("it has these tags already"),
  COMMENTED("a comment"),
  ASSIGNED("assigned anew"),
  SAME_ASSIGNMENT("assigned so already"),
  MUTED("muted"),
  SNOOZED("snoozed"),
  UNMUTED("told again from now on"),
  MUTE_OVER("the quiet time is over"),
  HELD("held by law"),
  HOLD_ENDED("held by law no longer"),
  NOT_MUTED("neither muted nor snoozed, or not over yet"),
  RESOLVED_IS_MUTED("it is resolved: nobody is told of it", true),
  WORSE_WHILE_MUTED("worse than when it was muted"),
  ACKNOWLEDGEMENT_TIMED_OUT("acknowledged, and nothing was heard of it since"),
  NOT_TIMED_OUT("not acknowledged, or heard of not long ago"),
  ACKNOWLEDGEMENT_OVERDUE("nobody acknowledged in time"),
  NOT_OVERDUE("the clock does not run, or is not over yet");

  private final String text;
  private final boolean refusal;

  Reason(String text) {
    this(text, false);
  }

  Reason(String text, boolean refusal) {
    this.text = text;
    this.refusal = refusal;
  }

  /** Whether what was asked for is not legal here, so that the asker must be told. */
  public boolean isRefusal() {
    return refusal;
  }

  /** One clause for people. */
  public String text() {
    return text;
  }
}
