package io.watchbill.kit.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RecentTest {
  private Instant now = Instant.parse("2026-03-01T08:00:00Z");
  private final Clock clock = clock(() -> now);
  private final AtomicInteger lookups = new AtomicInteger();

  @Test
  void looksUpOnceInAWhile() {
    Recent<Integer> recent = new Recent<>(Duration.ofSeconds(1), clock, lookups::incrementAndGet);

    assertThat(recent.get()).isEqualTo(1);
    now = now.plusMillis(999);
    assertThat(recent.get()).isEqualTo(1);
    now = now.plusMillis(1);
    assertThat(recent.get()).isEqualTo(2);
  }

  @Test
  void looksUpAnewWhenTheClockWasSetBack() {
    Recent<Integer> recent = new Recent<>(Duration.ofSeconds(1), clock, lookups::incrementAndGet);
    recent.get();

    now = now.minusSeconds(3600);

    assertThat(recent.get()).isEqualTo(2);
  }

  @Test
  void answersWithTheLastValueWhileAnotherCallerLooksItUp() throws Exception {
    CountDownLatch slow = new CountDownLatch(1);
    CountDownLatch looking = new CountDownLatch(1);
    Recent<Integer> recent =
        new Recent<>(
            Duration.ofSeconds(1),
            clock,
            () -> {
              int lookup = lookups.incrementAndGet();
              if (lookup == 2) {
                looking.countDown();
                await(slow);
              }
              return lookup;
            });
    recent.get();
    now = now.plusSeconds(2);
    Thread other = Thread.ofVirtual().start(recent::get);
    await(looking);

    assertThat(recent.get()).isEqualTo(1);

    slow.countDown();
    other.join();
    assertThat(recent.get()).isEqualTo(2);
  }

  @Test
  void nobodyWaitsForAnotherWhoLooksForTheFirstValue() throws Exception {
    CountDownLatch slow = new CountDownLatch(1);
    CountDownLatch looking = new CountDownLatch(1);
    Recent<Integer> recent =
        new Recent<>(
            Duration.ofSeconds(1),
            clock,
            () -> {
              int lookup = lookups.incrementAndGet();
              if (lookup == 1) {
                looking.countDown();
                await(slow);
              }
              return lookup;
            });
    Thread other = Thread.ofVirtual().start(recent::get);
    await(looking);

    assertThat(recent.get()).isEqualTo(2);

    slow.countDown();
    other.join();
  }

  @Test
  void triesAgainAfterAFailure() {
    Recent<Integer> recent =
        new Recent<>(
            Duration.ofSeconds(1),
            clock,
            () -> {
              if (lookups.incrementAndGet() == 1) {
                throw new IllegalStateException("down");
              }
              return lookups.get();
            });

    assertThatThrownBy(recent::get).hasMessage("down");
    assertThat(recent.get()).isEqualTo(2);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Clock clock(InstantSource source) {
    return source.withZone(ZoneOffset.UTC);
  }
}
