package io.watchbill.kit.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class TimeBudgetTest {
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final TimeBudget little = new TimeBudget(clock, Duration.ofMillis(50));
  private final TimeBudget much = new TimeBudget(clock, Duration.ofMinutes(5));

  @AfterEach
  void stop() {
    clock.shutdownNow();
  }

  @Test
  void whatComputesForTooLongIsInterrupted() {
    assertThatThrownBy(() -> little.spend(TimeBudgetTest::computeForEver))
        .isInstanceOf(TimeBudget.SpentException.class);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void whatWaitsForTooLongIsInterrupted() {
    assertThatThrownBy(
            () ->
                little.spend(
                    () -> {
                      new CountDownLatch(1).await();
                      return null;
                    }))
        .isInstanceOf(TimeBudget.SpentException.class);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void whatIsDoneInTimeIsAnswered() throws Exception {
    assertThat(much.spend(() -> "done")).isEqualTo("done");
  }

  @Test
  void whatFailsInTimeFailsAsItIs() {
    assertThatThrownBy(
            () ->
                much.spend(
                    () -> {
                      throw new IllegalStateException("its own");
                    }))
        .hasMessage("its own");
  }

  private static Object computeForEver() {
    while (!Thread.currentThread().isInterrupted()) {
      Thread.onSpinWait();
    }
    throw new CancellationException("not wanted");
  }
}
