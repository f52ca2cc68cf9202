package io.watchbill.escalation.delivery;

import java.util.UUID;

/** A delivery that was queued and will not be sent. */
record Dropped(UUID incident, String target, String kind) {

  @Override
  public String toString() {
    return target + " by " + kind;
  }
}
