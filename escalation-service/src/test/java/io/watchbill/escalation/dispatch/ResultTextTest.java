package io.watchbill.escalation.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.escalation.delivery.DeliveryRef;
import io.watchbill.escalation.delivery.RoundBranch;
import io.watchbill.escalation.escalation.Purpose;
import io.watchbill.escalation.plan.facts.Branch;
import io.watchbill.escalation.plan.wording.Names;
import io.watchbill.escalation.recipient.PageTarget;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ResultTextTest {

  @Test
  void aPersonIsNamedWithTheChannel() {
    assertThat(
            ResultText.SENT.of(
                delivery(PageTarget.person("bob"), "email", false), "accepted", Names.IDS))
        .isEqualTo("Sent to bob by e-mail: accepted");
    assertThat(
            ResultText.FAILED.of(
                delivery(PageTarget.person("bob"), "terminal", false), "no", Names.IDS))
        .isEqualTo("Could not reach bob by terminal: no");
  }

  @Test
  void aWebhookNamesItself() {
    assertThat(
            ResultText.DROPPED.of(
                delivery(PageTarget.webhook("siem"), "webhook", false), "x", Names.IDS))
        .isEqualTo("Not sent to webhook siem: x");
  }

  @Test
  void theLastResortIsNoKindOfAlarm() {
    PageTarget target = PageTarget.lastResort("nobody-on-call");

    assertThat(ResultText.SENT.of(delivery(target, "email", false), "accepted", Names.IDS))
        .isEqualTo("Sent to the last-resort contact by e-mail: accepted");
  }

  @Test
  void whatMayBeASecondCopySaysSo() {
    assertThat(
            ResultText.SENT.of(
                delivery(PageTarget.person("bob"), "email", true), "accepted", Names.IDS))
        .isEqualTo("Sent to bob by e-mail (may be a second copy): accepted");
  }

  private static DeliveryRef delivery(PageTarget target, String kind, boolean outcomeUnknown) {
    UUID id = new UUID(0, 1);
    return new DeliveryRef(
        id,
        kind,
        1,
        outcomeUnknown,
        new DeliveryRef.PageOf(
            id, new RoundBranch(id, 1, Branch.MAIN), Purpose.MAIN, target, "step", null, "why"));
  }
}
