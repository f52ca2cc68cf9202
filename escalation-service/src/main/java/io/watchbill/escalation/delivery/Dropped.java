package io.watchbill.escalation.delivery;

import io.watchbill.escalation.recipient.PageTarget;
import java.util.UUID;

/** A queued delivery that was dropped. */
record Dropped(UUID incident, PageTarget target, String kind, String reason) {

  @Override
  public String toString() {
    return target + " by " + kind;
  }
}
