package io.watchbill.escalation.engine;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.escalation.delivery.DeliveryCounts;
import io.watchbill.escalation.escalation.EscalationCounts;
import io.watchbill.escalation.escalation.WorkCount;
import io.watchbill.kit.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.ToDoubleFunction;

/** Counts due and waiting work every 15 seconds for the metrics. */
@Startup
@ApplicationScoped
class Backlog {
  private final Database database;
  private final EscalationCounts escalationCounts;
  private final DeliveryCounts deliveryCounts;
  private volatile WorkCount escalations = WorkCount.NONE;
  private volatile WorkCount deliveries = WorkCount.NONE;

  Backlog(
      Database database,
      EscalationCounts escalationCounts,
      DeliveryCounts deliveryCounts,
      MeterRegistry metrics) {
    this.database = database;
    this.escalationCounts = escalationCounts;
    this.deliveryCounts = deliveryCounts;
    gauge("watchbill.escalations", b -> b.escalations.due())
        .description("Running escalations by whether something is due")
        .tag("state", "due")
        .register(metrics);
    gauge("watchbill.escalations", b -> b.escalations.waiting())
        .description("Running escalations by whether something is due")
        .tag("state", "waiting")
        .register(metrics);
    gauge("watchbill.escalations.late", b -> b.escalations.late())
        .description("How long ago the escalation that is due first became so")
        .baseUnit("seconds")
        .register(metrics);
    gauge("watchbill.deliveries.queued", b -> b.deliveries.due())
        .description("Deliveries not yet handed over by whether they are due")
        .tag("state", "due")
        .register(metrics);
    gauge("watchbill.deliveries.queued", b -> b.deliveries.waiting())
        .description("Deliveries not yet handed over by whether they are due")
        .tag("state", "waiting")
        .register(metrics);
    gauge("watchbill.deliveries.late", b -> b.deliveries.late())
        .description("How long ago the delivery that is due first became so")
        .baseUnit("seconds")
        .register(metrics);
  }

  @Scheduled(every = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void count() {
    escalations = database.read(escalationCounts::now);
    deliveries = database.read(deliveryCounts::now);
  }

  private Gauge.Builder<Backlog> gauge(String name, ToDoubleFunction<Backlog> value) {
    return Gauge.builder(name, this, value);
  }
}
