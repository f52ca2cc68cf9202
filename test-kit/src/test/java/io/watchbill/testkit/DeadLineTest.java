package io.watchbill.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.DatabaseUnavailableException;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A line over which no answer comes and which nobody closes does not keep its connections. */
@QuarkusTest
@TestProfile(SlowDatabase.class)
class DeadLineTest extends OfThings {
  private static final int CONNECTIONS = 20;

  @Inject Database database;

  @AfterEach
  void mend() {
    SlowDatabase.roundTrip(Duration.ZERO);
  }

  @Test
  void connectionsOverADeadLineAreReplaced() throws InterruptedException {
    together(() -> database.read(tx -> tx.query("SELECT pg_sleep(0.3)")));
    SlowDatabase.roundTrip(Duration.ofDays(1));
    together(
        () ->
            assertThatThrownBy(
                    () -> database.read(Duration.ofMillis(300), tx -> tx.query("SELECT 1")))
                .isInstanceOf(DatabaseUnavailableException.class));
    SlowDatabase.roundTrip(Duration.ZERO);

    await()
        .atMost(Duration.ofSeconds(15))
        .ignoreException(DatabaseUnavailableException.class)
        .until(
            () ->
                database
                    .read(Duration.ofMillis(500), tx -> tx.one("SELECT 1 AS one"))
                    .isPresent());
  }

  private static void together(Runnable work) throws InterruptedException {
    List<Thread> threads =
        IntStream.range(0, CONNECTIONS).mapToObj(i -> Thread.ofVirtual().start(work)).toList();
    for (Thread thread : threads) {
      thread.join();
    }
  }
}
