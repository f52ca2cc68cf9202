package io.watchbill.escalation.dispatch;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.watchbill.escalation.channel.Channels;
import io.watchbill.escalation.delivery.AttemptOutcome;
import io.watchbill.escalation.delivery.DeliveryStatus;
import io.watchbill.kit.metric.Counters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts attempts and ends of deliveries, by channel. */
@Startup
@ApplicationScoped
class DeliveryMetrics {
  /** An attempt without a call is not counted. */
  private static final List<String> OF_CALLS =
      Arrays.stream(AttemptOutcome.values())
          .filter(outcome -> outcome != AttemptOutcome.NOT_SENT)
          .map(AttemptOutcome::wire)
          .toList();

  /** The label of all kinds that this replica does not know. */
  private static final String UNKNOWN = "unknown";

  private final Map<String, Counters> ends = new HashMap<>();
  private final Map<String, Counters> attempts = new HashMap<>();
  private final Counter lastResortFailures;

  DeliveryMetrics(Channels channels, MeterRegistry metrics) {
    for (String kind : channels.kinds()) {
      ends.put(kind, ends(metrics, kind));
      attempts.put(
          kind,
          Counters.of(
              metrics,
              "watchbill.delivery.attempts",
              "Calls of a channel",
              "outcome",
              OF_CALLS,
              "channel",
              kind));
    }
    ends.put(UNKNOWN, ends(metrics, UNKNOWN));
    this.lastResortFailures =
        Counter.builder("watchbill.last.resort.failures")
            .description("Pages to the last-resort contact that failed permanently")
            .register(metrics);
  }

  private static Counters ends(MeterRegistry metrics, String kind) {
    return Counters.of(
        metrics,
        "watchbill.deliveries",
        "Deliveries that ended",
        "outcome",
        List.of(DeliveryStatus.SENT.wire(), DeliveryStatus.FAILED.wire()),
        "channel",
        kind);
  }

  void ended(String kind, DeliveryStatus end) {
    String known = ends.containsKey(kind) ? kind : UNKNOWN;
    requireNonNull(ends.get(known)).increment(end.wire());
  }

  void attempted(String kind, AttemptOutcome outcome) {
    requireNonNull(attempts.get(kind), kind).increment(outcome.wire());
  }

  void lastResortFailed() {
    lastResortFailures.increment();
  }
}
