package io.watchbill.kit.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ClockSkewTest {
  private static final Instant T = Instant.parse("2026-01-05T09:00:00Z");

  @Test
  void aTimeBetweenQuestionAndAnswerIsTheSame() {
    assertThat(ClockSkew.ahead(T, T.plusSeconds(1), T.plusSeconds(2))).isZero();
    assertThat(ClockSkew.ahead(T, T, T)).isZero();
  }

  @Test
  void aClockThatIsAheadIsPositiveAndOneBehindNegative() {
    assertThat(ClockSkew.ahead(T, T.minusSeconds(3600), T.plusSeconds(1)))
        .isEqualTo(Duration.ofHours(1));
    assertThat(ClockSkew.ahead(T, T.plusSeconds(3601), T.plusSeconds(1)))
        .isEqualTo(Duration.ofHours(-1));
  }
}
