package io.watchbill.escalation.engine;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.ToDoubleFunction;

/** Counts due and waiting work every 15 seconds for the metrics. */
@Startup
@ApplicationScoped
class Backlog {
  private static final String ESCALATIONS =
      """
      SELECT count(*) FILTER (WHERE next_due_at <= $1) AS due,
             count(*) FILTER (WHERE next_due_at IS NULL OR next_due_at > $1) AS waiting,
             coalesce(extract(epoch FROM $1 - min(next_due_at)), 0)::float8 AS late
        FROM escalation WHERE state = 'running'
      """;
  private static final String DELIVERIES =
      """
      SELECT count(*) FILTER (WHERE available_at <= $1) AS due,
             count(*) FILTER (WHERE available_at > $1) AS waiting,
             coalesce(extract(epoch FROM $1 - min(available_at)), 0)::float8 AS late
        FROM delivery WHERE state IN ('queued', 'sending')
      """;

  private final Database database;
  private volatile Counted escalations = new Counted(0, 0, 0);
  private volatile Counted deliveries = new Counted(0, 0, 0);

  private record Counted(long due, long waiting, double late) {}

  Backlog(Database database, MeterRegistry metrics) {
    this.database = database;
    gauge("watchbill.escalations", b -> b.escalations.due)
        .description("Running escalations by whether something is due")
        .tag("state", "due")
        .register(metrics);
    gauge("watchbill.escalations", b -> b.escalations.waiting)
        .description("Running escalations by whether something is due")
        .tag("state", "waiting")
        .register(metrics);
    gauge("watchbill.escalations.late", b -> b.escalations.late)
        .description("How long ago the escalation that is due first became so")
        .baseUnit("seconds")
        .register(metrics);
    gauge("watchbill.deliveries.queued", b -> b.deliveries.due)
        .description("Deliveries not yet handed over by whether they are due")
        .tag("state", "due")
        .register(metrics);
    gauge("watchbill.deliveries.queued", b -> b.deliveries.waiting)
        .description("Deliveries not yet handed over by whether they are due")
        .tag("state", "waiting")
        .register(metrics);
    gauge("watchbill.deliveries.late", b -> b.deliveries.late)
        .description("How long ago the delivery that is due first became so")
        .baseUnit("seconds")
        .register(metrics);
  }

  @Scheduled(every = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void count() {
    escalations = database.read(tx -> counted(tx, ESCALATIONS));
    deliveries = database.read(tx -> counted(tx, DELIVERIES));
  }

  private static Counted counted(Tx tx, String sql) {
    Row row = tx.one(sql, tx.now()).orElseThrow();
    return new Counted(
        row.getLong("due"), row.getLong("waiting"), Math.max(0, row.getDouble("late")));
  }

  private Gauge.Builder<Backlog> gauge(String name, ToDoubleFunction<Backlog> value) {
    return Gauge.builder(name, this, value);
  }
}
