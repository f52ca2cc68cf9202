package io.watchbill.escalation.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTest {

  @Test
  void aRestrictedIncidentHasNoTitle() {
    assertThat(Messages.page(null, false).headline()).isEqualTo("[P1] INC-7: restricted incident");
  }

  @Test
  void aLongTextIsCut() {
    assertThat(OneLine.of("x".repeat(500), 100)).hasSize(100).endsWith("…");
  }
}
