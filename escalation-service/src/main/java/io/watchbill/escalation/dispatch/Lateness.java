package io.watchbill.escalation.dispatch;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.watchbill.escalation.channel.Channels;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Records how late pages are: the channel called minus due, in seconds, of first attempts. */
@Startup
@ApplicationScoped
class Lateness {
  private static final double[] BUCKETS = {0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60, 300};

  private final Map<String, DistributionSummary> byKind = new HashMap<>();

  Lateness(Channels channels, MeterRegistry metrics) {
    for (String kind : channels.kinds()) {
      byKind.put(
          kind,
          DistributionSummary.builder("watchbill.delivery.lateness")
              .description("Channel called minus due, of first attempts")
              .baseUnit("seconds")
              .tag("channel", kind)
              .serviceLevelObjectives(BUCKETS)
              .register(metrics));
    }
  }

  void record(String kind, Instant due, Instant called) {
    double seconds = Math.max(0, Duration.between(due, called).toMillis() / 1000.0);
    requireNonNull(byKind.get(kind), kind).record(seconds);
  }
}
