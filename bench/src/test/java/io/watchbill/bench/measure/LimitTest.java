package io.watchbill.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LimitTest {
  @Test
  void theLimitItselfKeepsToIt() {
    assertThat(Limit.atMost(10, " ms").holds(10)).isTrue();
    assertThat(Limit.atLeast(10_000, "/s").holds(10_000)).isTrue();
  }

  @Test
  void beyondTheLimitIsAMiss() {
    assertThat(Limit.atMost(10, " ms").holds(10.01)).isFalse();
    assertThat(Limit.atLeast(10_000, "/s").holds(9_999)).isFalse();
  }

  @Test
  void whatWasNotMeasuredKeepsToNoLimit() {
    assertThat(Limit.atMost(10, " ms").holds(Double.NaN)).isFalse();
    assertThat(Limit.atLeast(10, "/s").holds(Double.NaN)).isFalse();
  }

  @Test
  void aFailureMakesAMissOfAnyFigure() {
    Figure figure = Figure.of("a/b", "what", Limit.atMost(10, " ms"), 1, "1 ms", 2, "");
    assertThat(figure.standing()).isEqualTo(Figure.Standing.MISSED);
    assertThat(figure.measured()).isEqualTo("1 ms, 2 failed");
  }

  @Test
  void numbersHaveAsManyDigitsAsMeanSomething() {
    assertThat(Limit.number(0)).isEqualTo("0");
    assertThat(Limit.number(0.333)).isEqualTo("0.33");
    assertThat(Limit.number(12.34)).isEqualTo("12.3");
    assertThat(Limit.number(1234.4)).isEqualTo("1,234");
    assertThat(Limit.number(10_000)).isEqualTo("10,000");
  }
}
