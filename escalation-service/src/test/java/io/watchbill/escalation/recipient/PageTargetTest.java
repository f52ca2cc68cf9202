package io.watchbill.escalation.recipient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PageTargetTest {

  @Test
  void aWebhookIsNoPersonOfThatName() {
    assertThat(PageTarget.webhook("siem").isPerson("siem")).isFalse();
    assertThat(PageTarget.person("siem").isPerson("siem")).isTrue();
  }

  @Test
  void textsNameTheKindUnlessItIsAPerson() {
    assertThat(PageTarget.person("alice")).hasToString("alice");
    assertThat(PageTarget.webhook("siem")).hasToString("webhook:siem");
    assertThat(PageTarget.lastResort("no-policy")).hasToString("last-resort:no-policy");
  }

  @Test
  void aKindOfTomorrowIsRefused() {
    assertThatThrownBy(() -> TargetKind.of("group")).isInstanceOf(IllegalArgumentException.class);
  }
}
