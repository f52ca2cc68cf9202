package io.watchbill.incident.alert;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.incident.lifecycle.Severity;
import io.watchbill.incident.visibility.Visibility;
import io.watchbill.kit.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;

/** Counts the firing alerts every 15 seconds, however often somebody asks. */
@Startup
@ApplicationScoped
public class FiringAlerts {
  private final Database database;
  private final AlertLists lists;
  private final Visibility visibility;
  private volatile Map<Severity, Long> counted = Map.of();

  FiringAlerts(Database database, AlertLists lists, Visibility visibility, MeterRegistry metrics) {
    this.database = database;
    this.lists = lists;
    this.visibility = visibility;
    for (Severity severity : Severity.values()) {
      Gauge.builder("watchbill.threat.alerts", () -> counted.getOrDefault(severity, 0L))
          .description("Firing alerts by severity")
          .tag("severity", severity.name())
          .register(metrics);
    }
  }

  @Scheduled(every = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void measure() {
    Map<Severity, Long> fresh = new EnumMap<>(Severity.class);
    database
        .read(tx -> lists.countFiring(tx, visibility.toEverybody()))
        .forEach(
            row -> fresh.put(Severity.valueOf(row.getString("severity")), row.getLong("count")));
    counted = fresh;
  }
}
