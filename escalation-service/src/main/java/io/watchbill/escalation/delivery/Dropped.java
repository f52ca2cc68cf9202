package io.watchbill.escalation.delivery;

import io.watchbill.escalation.target.PageTarget;
import java.util.UUID;

/** A delivery that was queued and will not be sent. */
record Dropped(UUID incident, PageTarget target, String kind, String reason) {

  @Override
  public String toString() {
    return target + " by " + kind;
  }
}
