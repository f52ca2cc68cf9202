package io.watchbill.kit.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A loop is quiet while nothing happens, and awake at once when something does. */
class LoopTest {
  private final AtomicInteger turns = new AtomicInteger();
  private final AtomicInteger asked = new AtomicInteger();
  private Loop loop;

  private void start(LoopPause quiet) {
    loop =
        new Loop(
            "loop",
            true,
            Duration.ofMillis(10),
            () -> {
              asked.incrementAndGet();
              return quiet.next();
            },
            () -> {
              turns.incrementAndGet();
              return false;
            },
            new SimpleMeterRegistry());
    loop.start();
  }

  @AfterEach
  void stop() {
    loop.stop();
  }

  @Test
  void withNothingToDoItSleepsAsLongAsItMay() {
    start(() -> Duration.ofMinutes(1));

    await().untilAtomic(asked, is(1));

    assertThat(turns).as("one, and one after the poll").hasValue(2);
  }

  @Test
  void aNudgeWakesItAndItPollsOnceMoreBeforeItSleeps() {
    start(() -> Duration.ofMinutes(1));
    await().untilAtomic(asked, is(1));

    loop.nudge();
    await().untilAtomic(asked, is(2));

    assertThat(turns).hasValue(4);
  }

  @Test
  void itPollsWhileItCannotBeToldHowLongItMaySleep() {
    start(
        () -> {
          throw new IllegalStateException("no database");
        });

    await().untilAtomic(turns, greaterThan(5));
  }
}
