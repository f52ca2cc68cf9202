package io.watchbill.escalation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.escalation.testing.ServiceTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** One replica inspects for all. */
@QuarkusTest
class PeriodicChecksTest extends ServiceTest {
  private static final Duration HOUR = Duration.ofHours(1);

  @Inject PeriodicChecks checks;

  @RepeatedTest(10)
  void ofReplicasThatComeAtOnceOneBegins() throws Exception {
    String name = named("raced");

    List<Boolean> began = new ArrayList<>();
    try (ExecutorService replicas = Executors.newFixedThreadPool(8)) {
      List<Future<Boolean>> racing = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        racing.add(replicas.submit(() -> checks.begin(name, HOUR)));
      }
      for (Future<Boolean> one : racing) {
        began.add(one.get());
      }
    }

    assertThat(began).containsOnlyOnce(true);
  }

  @Test
  void theNextOneBeginsWhenItsTimeHasCome() {
    String name = named("due");
    checks.begin(name, HOUR);

    later(HOUR);

    assertThat(checks.begin(name, HOUR)).isTrue();
    assertThat(checks.begin(name, HOUR)).isFalse();
  }

  @Test
  void oneThatFailedIsFollowedSooner() {
    String name = named("failed");
    checks.begin(name, HOUR);
    checks.failed(name, Duration.ofMinutes(1));

    later(Duration.ofMinutes(1));

    assertThat(checks.begin(name, HOUR)).isTrue();
  }

  @Test
  void aClockThatWasSetBackDelaysNone() {
    String name = named("back");
    checks.begin(name, HOUR);

    later(HOUR.multipliedBy(-3));

    assertThat(checks.begin(name, HOUR)).isTrue();
    later(HOUR.multipliedBy(3));
  }

  @Test
  void allHearWhatTheLastOneFound() {
    String name = named("found");
    checks.begin(name, HOUR);

    checks.ended(name, 3);

    assertThat(checks.last(name).found()).isEqualTo(3);
  }
}
