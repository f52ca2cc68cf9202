package io.watchbill.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Timers fire when their time has come. */
@QuarkusTest
class TimersTest extends OfThings {

  @Test
  void aTimerFiresWhenItsTimeHasComeAndNotBefore() {
    String id = unique("timed");
    make(id);
    assertThat(events.fired()).doesNotContain(id);
    time.advance(Duration.ofMinutes(61));
    await().untilAsserted(() -> assertThat(events.fired()).containsOnlyOnce(id));
  }

  @ParameterizedTest
  @ValueSource(strings = {"broken", "refused"})
  void aTimerThatFailsComesAgainAndHoldsNobodyUp(String how) {
    String broken = unique(how);
    String sound = unique("sound");
    make(broken);
    make(sound);
    time.advance(Duration.ofMinutes(61));
    await().untilAsserted(() -> assertThat(events.fired()).contains(sound, broken));
    time.advance(Duration.ofMinutes(2));
    await()
        .untilAsserted(() -> assertThat(events.fired().stream().filter(broken::equals)).hasSize(2));
  }
}
