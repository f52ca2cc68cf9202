package io.watchbill.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingTest {
  private static final List<Long> SIZES = List.of(2_000L, 1_000_000L, 10_000_000L, 2_000L);

  private final Reading reading = new Reading("list-open", "open incidents, p50", " ms", false);

  @Test
  void nearWithAnyHistoryIsMet() {
    round(10, 10.5, 10.9, 10);

    Figure figure = reading.figure(SIZES);

    assertThat(figure.standing()).isEqualTo(Figure.Standing.MET);
    assertThat(figure.id()).isEqualTo("history/list-open");
    assertThat(figure.measured()).isEqualTo("+5.0% at 1 million, +9.0% at 10 million");
    assertThat(figure.note()).contains("none: 10 ms", "10 million: 10.9 ms", "against none: 0.0%");
  }

  @Test
  void oneSizeTooFarIsMissed() {
    round(10, 12, 10, 10);

    assertThat(reading.figure(SIZES).standing()).isEqualTo(Figure.Standing.MISSED);
  }

  @Test
  void anUnsteadyMachineDecidesNothing() {
    round(10, 10, 10, 13);

    assertThat(reading.figure(SIZES).standing()).isEqualTo(Figure.Standing.TOO_NOISY);
  }

  @Test
  void oneRequestThatFailedIsAMiss() {
    round(10, 10, 10, 10);
    reading.add(0, 10, 0);
    reading.add(1, 10, 1);
    reading.add(2, 10, 0);
    reading.add(3, 10, 0);

    Figure figure = reading.figure(SIZES);

    assertThat(figure.standing()).isEqualTo(Figure.Standing.MISSED);
    assertThat(figure.measured()).endsWith("1 failed");
  }

  @Test
  void whatDidNotCountIsForgotten() {
    round(1, 99, 99, 1);
    reading.clear();
    round(10, 10, 10, 10);

    assertThat(reading.figure(SIZES).standing()).isEqualTo(Figure.Standing.MET);
  }

  @Test
  void everySecondRoundGoesTheOtherWay() {
    assertThat(HistoryMeasure.order(0, 4)).containsExactly(0, 1, 2, 3);
    assertThat(HistoryMeasure.order(1, 4)).containsExactly(3, 2, 1, 0);
    assertThat(HistoryMeasure.order(-1, 4)).containsExactly(3, 2, 1, 0);
  }

  private void round(double... values) {
    for (int place = 0; place < values.length; place++) {
      reading.add(place, values[place], 0);
    }
  }
}
