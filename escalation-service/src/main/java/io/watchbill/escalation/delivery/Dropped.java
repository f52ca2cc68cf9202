package io.watchbill.escalation.delivery;

/** A delivery that was queued and will not be sent. */
record Dropped(String target, String kind) {

  @Override
  public String toString() {
    return target + " by " + kind;
  }
}
