package io.watchbill.testkit;

import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.kit.claim.Floor;
import io.watchbill.kit.claim.Floors;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** The floors of a process whose database fails. */
@QuarkusTest
class FloorsTest {
  @Inject Floors floors;

  @Test
  void allIsReadOnceTheDatabaseHasFailedSinceAnotherServerMayAnswerNext() {
    AtomicBoolean away = new AtomicBoolean();
    Floor floor =
        floors.of(
            (tx, from, until) -> {
              if (away.get()) {
                throw new IllegalStateException("away");
              }
              return Optional.empty();
            });
    await().until(() -> !floor.at().equals(Floor.NONE));

    away.set(true);
    await().until(() -> floor.at().equals(Floor.NONE));

    away.set(false);
    await().until(() -> !floor.at().equals(Floor.NONE));
  }
}
