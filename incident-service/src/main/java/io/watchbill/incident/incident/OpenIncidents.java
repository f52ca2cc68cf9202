package io.watchbill.incident.incident;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.kit.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** How many incidents are open: counted every 15 seconds, however often it is asked for. */
@ApplicationScoped
public class OpenIncidents {
  private final Database database;
  private final IncidentRepository repository;
  private final MultiGauge gauge;

  OpenIncidents(Database database, IncidentRepository repository, MeterRegistry metrics) {
    this.database = database;
    this.repository = repository;
    this.gauge =
        MultiGauge.builder("watchbill.incidents.open")
            .description("Open incidents by state and severity")
            .register(metrics);
  }

  @Scheduled(every = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void measure() {
    List<Row> counts = database.read(repository::countOpen);
    gauge.register(counts.stream().map(OpenIncidents::row).toList(), true);
  }

  private static MultiGauge.Row<Number> row(Row count) {
    return MultiGauge.Row.of(
        Tags.of("state", count.getString("state"), "severity", count.getString("severity")),
        count.getLong("count"));
  }
}
