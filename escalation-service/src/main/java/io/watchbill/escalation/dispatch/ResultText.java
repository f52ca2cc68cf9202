package io.watchbill.escalation.dispatch;

import io.watchbill.escalation.delivery.DeliveryRef;
import io.watchbill.escalation.plan.wording.Names;
import io.watchbill.escalation.recipient.ChannelName;
import io.watchbill.escalation.recipient.PageTarget;

/** Writes for the timeline what became of a delivery. */
enum ResultText {
  SENT("handed over", "Sent to "),
  FAILED("failed", "Could not reach "),
  DROPPED("dropped", "Not sent to "),
  /** Somebody asked for it. */
  AGAIN("sent again", "Sending again to ");

  private final String wire;
  private final String opening;

  ResultText(String wire, String opening) {
    this.wire = wire;
    this.opening = opening;
  }

  /** Returns the word in the data of the entry. */
  String wire() {
    return wire;
  }

  /** Returns "Sent to Bob by e-mail: the SMTP server accepted it". */
  String of(DeliveryRef delivery, String detail, Names names) {
    PageTarget target = delivery.page().target();
    String way = target.isWebhook() ? "" : " by " + ChannelName.of(delivery.kind());
    String copy = delivery.outcomeUnknown() ? " (may be a second copy)" : "";
    return opening + target.spoken(names) + way + copy + ": " + detail;
  }
}
