package io.watchbill.escalation.dispatch;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/** How late pages are: the channel called minus due, in seconds. */
@ApplicationScoped
class Lateness {
  private static final double[] BUCKETS = {0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60, 300};

  private final MeterRegistry metrics;

  Lateness(MeterRegistry metrics) {
    this.metrics = metrics;
  }

  void record(String kind, Instant due, Instant called) {
    double seconds = Math.max(0, Duration.between(due, called).toMillis() / 1000.0);
    DistributionSummary.builder("watchbill.page.lateness.seconds")
        .description("Channel called minus due, of first attempts")
        .tag("kind", kind)
        .serviceLevelObjectives(BUCKETS)
        .register(metrics)
        .record(seconds);
  }
}
