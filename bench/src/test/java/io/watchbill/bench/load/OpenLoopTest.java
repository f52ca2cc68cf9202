package io.watchbill.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class OpenLoopTest {
  @Test
  void theScheduleDoesNotDrift() {
    assertThat(OpenLoop.offsetNanos(0, 30)).isZero();
    assertThat(OpenLoop.offsetNanos(1, 30)).isEqualTo(33_333_333);
    assertThat(OpenLoop.offsetNanos(3_000_000, 30))
        .isEqualTo(Duration.ofSeconds(100_000).toNanos());
  }

  @Test
  void requestsAreSentHoweverLongTheAnswerOfAnotherTakes() {
    CountDownLatch all = new CountDownLatch(5);

    Result result =
        new OpenLoop(100)
            .run(
                Duration.ofMillis(50),
                number -> {
                  all.countDown();
                  await(all);
                  return true;
                });

    assertThat(result.sent()).isEqualTo(5);
    assertThat(result.failed()).isZero();
  }

  /** The first waits for the last, which is sent 40 ms later: no answer is quicker than that. */
  @Test
  void timeCountsFromWhenARequestWasToBeSent() {
    CountDownLatch last = new CountDownLatch(5);

    Result result =
        new OpenLoop(100)
            .run(
                Duration.ofMillis(50),
                number -> {
                  last.countDown();
                  await(last);
                  return true;
                });

    assertThat(result.latency().getMaxValue()).isGreaterThanOrEqualTo(39_000_000);
  }

  @Test
  void eachRequestKnowsWhenItWasToBeSent() {
    Queue<Long> intended = new ConcurrentLinkedQueue<>();

    Result result =
        new OpenLoop(1_000)
            .run(
                Duration.ofMillis(3),
                (number, at) -> {
                  intended.add(at - OpenLoop.offsetNanos(number, 1_000));
                  return number != 1;
                });

    assertThat(intended).hasSize(3);
    assertThat(intended.stream().distinct()).hasSize(1);
    assertThat(result.failed()).isEqualTo(1);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
