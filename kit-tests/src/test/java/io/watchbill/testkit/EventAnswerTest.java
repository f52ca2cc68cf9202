package io.watchbill.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.kit.event.EventAnswer;
import org.junit.jupiter.api.Test;

class EventAnswerTest {

  @Test
  void anAnswerWithoutAReasonSaysSo() {
    assertThat(EventAnswer.invalid(null).why()).isEqualTo("no reason was given");
  }
}
