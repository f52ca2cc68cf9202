package io.watchbill.escalation.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.kit.problem.Problem;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ChannelsTest {
  @Inject Channels channels;

  @Test
  void everyBeanIsAChannel() {
    assertThat(channels.kinds()).containsExactly("email", "terminal", "webhook");
  }

  @Test
  void anUnknownKindIsNamedWithThoseThatThereAre() {
    assertThatThrownBy(() -> channels.require("pigeon"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("email, terminal, webhook");
  }

  @Test
  void anAddressOfAnotherFormDoesNotStopPaging() {
    assertThat(channels.provider("webhook", "not a url")).isEqualTo("webhook");
    assertThat(channels.provider("webhook", "mailto:a@b")).isEqualTo("webhook");
    assertThat(channels.provider("pigeon", "loft 7")).isEqualTo("pigeon");
  }
}
