package io.watchbill.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Every process says how far its clock is from the database's. */
@QuarkusTest
class ClockTest {
  @Inject MeterRegistry metrics;

  @Test
  void ofOneMachineTheClocksAgree() {
    await()
        .atMost(Duration.ofSeconds(90))
        .untilAsserted(
            () ->
                assertThat(metrics.get("watchbill.clock.skew").gauge().value())
                    .isBetween(-1.0, 1.0));
  }
}
