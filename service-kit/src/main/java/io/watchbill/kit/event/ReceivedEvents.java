package io.watchbill.kit.event;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Counts received events by type and answer; unknown types share one label. */
@Startup
@ApplicationScoped
class ReceivedEvents {
  private static final String UNKNOWN = "unknown";

  private final Map<String, Map<EventAnswer.Status, Counter>> counters = new HashMap<>();

  ReceivedEvents(Instance<EventConsumer> consumers, MeterRegistry metrics) {
    Stream.concat(consumers.stream().map(EventConsumer::type), Stream.of(UNKNOWN))
        .forEach(
            type -> Arrays.stream(EventAnswer.Status.values()).forEach(s -> add(type, s, metrics)));
  }

  private void add(String type, EventAnswer.Status status, MeterRegistry metrics) {
    Counter counter =
        Counter.builder("watchbill.events.received")
            .description("Events of peer services, by what was answered")
            .tag("type", type)
            .tag("status", status.name().toLowerCase(Locale.ROOT))
            .register(metrics);
    counters.computeIfAbsent(type, t -> new HashMap<>()).put(status, counter);
  }

  void count(String type, EventAnswer.Status status) {
    String known = counters.containsKey(type) ? type : UNKNOWN;
    requireNonNull(requireNonNull(counters.get(known)).get(status)).increment();
  }
}
