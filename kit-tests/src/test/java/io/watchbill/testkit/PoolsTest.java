package io.watchbill.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.DatabaseUnavailableException;
import io.watchbill.kit.database.Lane;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** However many requests wait for connections, the loops have theirs. */
@QuarkusTest
class PoolsTest extends OfThings {
  private static final int REQUESTS = 400;

  @Inject Database database;

  private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch enough = new CountDownLatch(1);
  private final AtomicInteger refused = new AtomicInteger();

  @AfterEach
  void letGo() throws InterruptedException {
    enough.countDown();
    requests.shutdown();
    assertThat(requests.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
  }

  private void flood() {
    for (int i = 0; i < REQUESTS; i++) {
      requests.execute(this::request);
    }
  }

  /** Holds its connection for as long as a request may. */
  private void request() {
    try {
      database.inTransaction(
          tx -> {
            tx.query("SELECT 1");
            try {
              return enough.await(4, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
          });
    } catch (DatabaseUnavailableException e) {
      refused.incrementAndGet();
    }
  }

  @Test
  void thoseBeyondAreRefusedAtOnce() {
    flood();

    await()
        .atMost(Duration.ofSeconds(2))
        .untilAsserted(() -> assertThat(refused.get()).isBetween(REQUESTS - 230, REQUESTS - 200));
    as(TestKeys.viewer()).get("/things").then().statusCode(503).header("Retry-After", "2");
  }

  /** Else a request that takes several connections would hardly ever get to its end. */
  @Test
  void whoHasWaitedBeforeIsNotRefusedInTheSameRequest() throws Exception {
    CountDownLatch waitedOnce = new CountDownLatch(1);
    CountDownLatch between = new CountDownLatch(1);
    Future<Boolean> twoUnits =
        requests.submit(
            () -> {
              database.read(tx -> tx.query("SELECT 1"));
              waitedOnce.countDown();
              between.await();
              database.read(tx -> tx.query("SELECT 2"));
              return true;
            });
    assertThat(waitedOnce.await(10, TimeUnit.SECONDS)).isTrue();
    flood();
    await().atMost(Duration.ofSeconds(2)).until(() -> refused.get() >= REQUESTS - 230);
    between.countDown();
    await().pollDelay(Duration.ofMillis(200)).until(() -> !twoUnits.isDone());
    int before = refused.get();
    flood();
    await().atMost(Duration.ofSeconds(2)).until(() -> refused.get() > before);
    enough.countDown();

    assertThat(twoUnits.get(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void theLoopsHaveConnectionsThatRequestsCannotTake() {
    flood();
    await().atMost(Duration.ofSeconds(2)).until(() -> refused.get() > 0);

    long began = System.nanoTime();
    int answer =
        Lane.ofLoops(
            () -> database.read(tx -> tx.one("SELECT 7 AS n").orElseThrow().getInteger("n")));

    assertThat(answer).isEqualTo(7);
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(1));
    as(TestKeys.viewer()).get("/q/health/ready").then().statusCode(200);
  }
}
