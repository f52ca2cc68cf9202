package io.watchbill.kit.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.net.SocketAddress;
import io.watchbill.kit.source.Source;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ThrottleTest {
  private static final int AT_ONCE = 20;
  private static final Duration EVERY = Duration.ofSeconds(3);

  private final Moved clock = new Moved();
  private final Throttle throttle =
      new Throttle(
          new Throttle.Settings() {
            @Override
            public int atOnce() {
              return AT_ONCE;
            }

            @Override
            public Duration every() {
              return EVERY;
            }
          },
          clock);

  private void fail(int times, String source) {
    for (int i = 0; i < times; i++) {
      throttle.failed(source, source + i);
    }
  }

  @Test
  void soManyAtOnceAreBorneAndNoMore() {
    for (int i = 0; i < AT_ONCE; i++) {
      assertThat(throttle.failed("10.0.0.1", "key" + i)).isEmpty();
    }
    assertThat(throttle.failed("10.0.0.1", "one-more")).contains(EVERY);
    assertThat(throttle.shutFor("10.0.0.1", "unheard-of")).contains(EVERY);
  }

  @Test
  void afterAWhileOneMoreIsBorne() {
    fail(AT_ONCE + 5, "10.0.0.1");

    clock.now = clock.now.plus(EVERY);

    assertThat(throttle.failed("10.0.0.1", "x")).isEmpty();
    assertThat(throttle.failed("10.0.0.1", "y")).isPresent();
  }

  @Test
  void oneSourceShutsNoOtherOut() {
    fail(AT_ONCE + 1, "10.0.0.1");

    assertThat(throttle.shutFor("10.0.0.2", "unheard-of")).isEmpty();
    assertThat(throttle.failed("10.0.0.2", "unheard-of")).isEmpty();
  }

  @Test
  void aKeyIsNotGuessedAtFromManySources() {
    for (int i = 0; i < AT_ONCE; i++) {
      assertThat(throttle.failed("10.0.1." + i, "the-key")).isEmpty();
    }
    assertThat(throttle.failed("10.0.2.1", "the-key")).isPresent();
  }

  @Test
  void aKeyThatExistsIsLookedAtWhateverHasFailed() {
    throttle.exists("the-key");
    fail(AT_ONCE + 1, "10.0.0.1");

    assertThat(throttle.shutFor("10.0.0.1", "the-key")).isEmpty();
  }

  @Test
  void manySourcesDoNotGrowWithoutBound() {
    for (int i = 0; i < 200_000; i++) {
      throttle.failed("source" + i, "key" + i);
    }
    assertThat(throttle.remembered()).isLessThanOrEqualTo(20_000);
  }

  @Test
  void ofOneHostInVersionSixTheNetworkCounts() {
    assertThat(Source.of(SocketAddress.inetSocketAddress(1, "2001:db8:1:2:3:4:5:6")))
        .isEqualTo(Source.of(SocketAddress.inetSocketAddress(1, "2001:db8:1:2::9")))
        .isNotEqualTo(Source.of(SocketAddress.inetSocketAddress(1, "2001:db8:1:3::9")));
    assertThat(Source.of(SocketAddress.inetSocketAddress(1, "10.0.0.1"))).isEqualTo("10.0.0.1");
  }

  private static final class Moved extends Clock {
    private Instant now = Instant.parse("2026-03-02T09:00:00Z");

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
