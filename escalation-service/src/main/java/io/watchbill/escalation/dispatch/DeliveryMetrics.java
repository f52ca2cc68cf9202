package io.watchbill.escalation.dispatch;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.watchbill.escalation.channel.ChannelKind;
import io.watchbill.kit.metric.Counters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts attempts and ends of deliveries, by channel. */
@Startup
@ApplicationScoped
class DeliveryMetrics {
  static final String SENT = "sent";
  static final String FAILED = "failed";

  private final Map<ChannelKind, Counters> ends = new EnumMap<>(ChannelKind.class);
  private final Map<ChannelKind, Counters> attempts = new EnumMap<>(ChannelKind.class);
  private final Counter lastResortFailures;

  DeliveryMetrics(MeterRegistry metrics) {
    for (ChannelKind kind : ChannelKind.values()) {
      ends.put(
          kind,
          Counters.of(
              metrics,
              "watchbill.deliveries",
              "Deliveries that came to their end",
              "outcome",
              List.of(SENT, FAILED),
              "channel",
              kind.wire()));
      attempts.put(
          kind,
          Counters.of(
              metrics,
              "watchbill.delivery.attempts",
              "Calls of a channel",
              "outcome",
              List.of("handed-over", "failed", "unknown", "refused"),
              "channel",
              kind.wire()));
    }
    this.lastResortFailures =
        Counter.builder("watchbill.last.resort.failures")
            .description("Pages to the last-resort contact that failed for good")
            .register(metrics);
  }

  void ended(String channel, String outcome) {
    ends.get(ChannelKind.of(channel)).increment(outcome);
  }

  void attempted(String channel, String outcome) {
    attempts.get(ChannelKind.of(channel)).increment(outcome);
  }

  void lastResortFailed() {
    lastResortFailures.increment();
  }
}
