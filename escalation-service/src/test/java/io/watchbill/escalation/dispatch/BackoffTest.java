package io.watchbill.escalation.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {

  @Test
  void pausesDoubleUpToTenSeconds() {
    assertThat(java.util.stream.IntStream.rangeClosed(1, 7).mapToObj(Backoff::after))
        .extracting(Duration::toSeconds)
        .containsExactly(1L, 2L, 4L, 8L, 10L, 10L, 10L);
  }

  @Test
  void anyNumberOfAttemptsHasAPause() {
    assertThat(Backoff.after(0)).isEqualTo(Duration.ofSeconds(1));
    assertThat(Backoff.after(Integer.MAX_VALUE)).isEqualTo(Duration.ofSeconds(10));
  }
}
