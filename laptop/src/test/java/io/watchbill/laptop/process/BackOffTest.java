package io.watchbill.laptop.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackOffTest {
  private final BackOff backOff = new BackOff();

  @Test
  void eachFailureDoublesTheWaitUpToTenSeconds() {
    assertThat(Stream.generate(() -> backOff.after(Duration.ofSeconds(1)).toMillis()).limit(7))
        .containsExactly(500L, 1000L, 2000L, 4000L, 8000L, 10_000L, 10_000L);
  }

  @Test
  void whatRanForAMinuteStartsAfresh() {
    backOff.after(Duration.ZERO);
    backOff.after(Duration.ZERO);

    assertThat(backOff.after(Duration.ofMinutes(1))).isEqualTo(Duration.ofMillis(500));
  }
}
