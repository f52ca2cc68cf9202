package io.watchbill.escalation.delivery;

import java.util.UUID;

/** A delivery that was queued and will not be sent. */
record Dropped(UUID incident, String target, String kind, String reason) {

  @Override
  public String toString() {
    return target + " by " + kind;
  }
}
