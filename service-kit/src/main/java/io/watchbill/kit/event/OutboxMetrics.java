package io.watchbill.kit.event;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.kit.database.Database;
import jakarta.enterprise.context.ApplicationScoped;

/** How long the oldest fact has been waiting to be told, and how many are parked. */
@ApplicationScoped
public class OutboxMetrics {
  private final Database database;
  private volatile double oldestSeconds;
  private volatile long parked;

  OutboxMetrics(Database database, MeterRegistry metrics) {
    this.database = database;
    Gauge.builder("watchbill.outbox.oldest.seconds", this, OutboxMetrics::oldestSeconds)
        .description("Age of the oldest event that is not sent yet")
        .register(metrics);
    Gauge.builder("watchbill.outbox.parked", this, OutboxMetrics::parked)
        .description("Events that their receiver did not understand")
        .register(metrics);
  }

  @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void measure() {
    Row row =
        database.read(
            tx ->
                tx.one(
                        "SELECT coalesce(extract(epoch FROM now() - (SELECT min(created_at) FROM"
                            + " outbox WHERE parked_at IS NULL)), 0)::float8 AS oldest, (SELECT"
                            + " count(*) FROM outbox WHERE parked_at IS NOT NULL) AS parked")
                    .orElseThrow());
    oldestSeconds = Math.max(0, row.getDouble("oldest"));
    parked = row.getLong("parked");
  }

  private double oldestSeconds() {
    return oldestSeconds;
  }

  private double parked() {
    return parked;
  }
}
