package io.watchbill.escalation.delivery;

import io.watchbill.escalation.plan.wording.Names;
import io.watchbill.escalation.recipient.ChannelName;
import io.watchbill.escalation.recipient.PageTarget;
import java.util.UUID;

/** A queued delivery that was dropped. */
record Dropped(UUID incident, PageTarget target, String kind, String reason) {

  /** Returns "Bob by e-mail". */
  String text(Names names) {
    return target.spoken(names) + " by " + ChannelName.of(kind);
  }
}
