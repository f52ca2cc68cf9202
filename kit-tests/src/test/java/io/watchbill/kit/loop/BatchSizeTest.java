package io.watchbill.kit.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BatchSizeTest {
  private static final Duration DEADLINE = Duration.ofSeconds(5);
  private static final Duration QUICK = Duration.ofMillis(100);
  private static final Duration SLOW = Duration.ofSeconds(4);

  private final BatchSize size = new BatchSize(200, DEADLINE);

  @Test
  void itBeginsWithTheMostAndStaysThereWhileTurnsAreQuick() {
    size.finished(QUICK);

    assertThat(size.next()).isEqualTo(200);
  }

  @Test
  void afterFailuresItShrinksToOne() {
    size.failed();
    assertThat(size.next()).isEqualTo(50);

    for (int i = 0; i < 5; i++) {
      size.failed();
    }

    assertThat(size.next()).isEqualTo(1);
  }

  @Test
  void itGrowsAgainWithQuickTurnsOnly() {
    size.failed();
    size.finished(Duration.ofSeconds(2));
    assertThat(size.next()).isEqualTo(50);

    size.finished(QUICK);

    assertThat(size.next()).isEqualTo(100);
  }

  @Test
  void aTurnThatTookLongMakesTheNextSmaller() {
    size.finished(SLOW);

    assertThat(size.next()).isEqualTo(150);
  }

  /** What takes 80 ms an item on top of a second fits the deadline, and stays. */
  @Test
  void itSettlesAtWhatFits() {
    int failed = 0;
    for (int turn = 0; turn < 50; turn++) {
      Duration took = Duration.ofMillis(1_000 + 80L * size.next());
      if (took.compareTo(DEADLINE) > 0) {
        failed++;
        size.failed();
      } else {
        size.finished(took);
      }
    }

    assertThat(failed).isEqualTo(1);
    assertThat(size.next()).isBetween(10, 50);
  }
}
