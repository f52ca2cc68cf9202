package io.watchbill.escalation.plan.policy;

/** When a step is due: so long after an anchor, and how often again. */
public record Timing(Since since, After after, Repeat repeat) {

  /** Returns how a person says it: "immediately", "15 min after the trigger". */
  public String words() {
    boolean atOnce = after instanceof After.Fixed fixed && fixed.duration().isZero();
    return switch (since) {
      case TRIGGERED -> atOnce ? "immediately" : afterTheTrigger();
      case ACKNOWLEDGED -> counted(atOnce, "the acknowledgement");
      case LAST_UPDATE -> counted(atOnce, "the last update");
      case SEVERITY_CHANGE -> counted(atOnce, "the change of severity");
      case PREVIOUS_STEP -> counted(atOnce, "the previous step");
    };
  }

  private String afterTheTrigger() {
    return after instanceof After.AcknowledgeSla
        ? "after the acknowledgement SLA"
        : after.words() + " after the trigger";
  }

  private String counted(boolean atOnce, String anchor) {
    return atOnce ? "immediately after " + anchor : after.words() + " after " + anchor;
  }
}
