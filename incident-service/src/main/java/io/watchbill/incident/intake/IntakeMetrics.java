package io.watchbill.incident.intake;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.incident.intake.Receipt.Counts;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.metric.Counters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Metrics of the intake: requests, alerts, duration, and when a request was last accepted. */
@Startup
@ApplicationScoped
public class IntakeMetrics {
  private static final String UNAVAILABLE = "unavailable";
  private static final Duration[] BUCKETS = {
    Duration.ofMillis(10),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofSeconds(5)
  };

  private final Database database;
  private final RequestLog log;
  private final Clock clock;
  private final Counters requests;
  private final Counters alerts;
  private final Timer duration;
  private volatile Optional<Instant> lastAccepted = Optional.empty();

  IntakeMetrics(Database database, RequestLog log, Clock clock, MeterRegistry metrics) {
    this.database = database;
    this.log = log;
    this.clock = clock;
    this.requests =
        Counters.of(
            metrics,
            "watchbill.intake.requests",
            "Requests of integrations",
            "outcome",
            Stream.concat(
                    Arrays.stream(RequestOutcome.values()).map(RequestOutcome::word),
                    Stream.of(UNAVAILABLE))
                .toList());
    this.alerts =
        Counters.of(
            metrics,
            "watchbill.intake.alerts",
            "Alerts of accepted requests",
            "outcome",
            List.of("new", "refreshed", "resolved", "ignored"));
    this.duration =
        Timer.builder("watchbill.intake.duration")
            .description("From the parsed key to the commit")
            .serviceLevelObjectives(BUCKETS)
            .register(metrics);
    Gauge.builder("watchbill.intake.last.accepted.age", this, IntakeMetrics::age)
        .description("How long ago a request was last accepted; NaN when none is known")
        .baseUnit("seconds")
        .register(metrics);
  }

  /** Counts a committed request. */
  void committed(RequestOutcome outcome, Counts counts, Duration took) {
    requests.increment(outcome.word());
    alerts.add("new", counts.added());
    alerts.add("refreshed", counts.refreshed());
    alerts.add("resolved", counts.resolved());
    alerts.add("ignored", counts.ignored());
    duration.record(took);
  }

  /** Counts a request that could not be stored; the sender got 503. */
  void unavailable() {
    requests.increment(UNAVAILABLE);
  }

  /** Returns when any replica last accepted a request; at most 15 seconds old. */
  public Optional<Instant> lastAccepted() {
    return lastAccepted;
  }

  @Scheduled(every = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void measure() {
    lastAccepted = database.read(log::lastAccepted);
  }

  private double age() {
    return lastAccepted
        .map(at -> Math.max(0, Duration.between(at, clock.instant()).toMillis() / 1000.0))
        .orElse(Double.NaN);
  }
}
