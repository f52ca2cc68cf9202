package io.watchbill.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.kit.loop.Loops;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A process lives by the loops on which pages depend. */
@QuarkusTest
class LoopsTest {
  private static final Duration LIMIT = Duration.ofSeconds(1);

  @Inject Loops loops;

  private final CountDownLatch enough = new CountDownLatch(1);

  @AfterEach
  void goOn() {
    enough.countDown();
  }

  private boolean standStill() {
    try {
      enough.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  @Test
  void aLongTurnOfALoopThatPagesNobodyIsNoReasonToStartAnew() {
    loops.start("compares-for-long", Duration.ofMillis(100), this::standStill);
    loops.startVital("pages-no-more", Duration.ofMillis(100), this::standStill);

    await()
        .untilAsserted(
            () -> assertThat(loops.stuckFor(LIMIT)).contains("compares-for-long", "pages-no-more"));

    assertThat(loops.vitalStuckFor(LIMIT)).containsExactly("pages-no-more");
  }
}
