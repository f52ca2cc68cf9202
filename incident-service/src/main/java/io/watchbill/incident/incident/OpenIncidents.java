package io.watchbill.incident.incident;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.incident.lifecycle.Severity;
import io.watchbill.incident.visibility.Visibility;
import io.watchbill.kit.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts the open incidents every 15 seconds, however often somebody asks. */
@Startup
@ApplicationScoped
public class OpenIncidents {
  private static final List<String> STATES = List.of("triggered", "acknowledged");

  private final Database database;
  private final IncidentRepository repository;
  private final Visibility visibility;
  private volatile Map<String, Map<Severity, Long>> counted = Map.of();

  OpenIncidents(
      Database database,
      IncidentRepository repository,
      Visibility visibility,
      MeterRegistry metrics) {
    this.database = database;
    this.repository = repository;
    this.visibility = visibility;
    for (String state : STATES) {
      for (Severity severity : Severity.values()) {
        Gauge.builder("watchbill.threat.incidents", () -> count(state, severity))
            .description("Open incidents by state and severity")
            .tag("state", state)
            .tag("severity", severity.name())
            .register(metrics);
      }
    }
  }

  /** Returns the last count by severity. */
  public Map<Severity, Long> bySeverity() {
    Map<Severity, Long> counts = new EnumMap<>(Severity.class);
    for (Severity severity : Severity.values()) {
      counts.put(severity, STATES.stream().mapToLong(state -> count(state, severity)).sum());
    }
    return counts;
  }

  @Scheduled(every = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void measure() {
    Map<String, Map<Severity, Long>> fresh = new HashMap<>();
    for (Row row : database.read(tx -> repository.countOpen(tx, visibility.toEverybody()))) {
      fresh
          .computeIfAbsent(row.getString("state"), state -> new EnumMap<>(Severity.class))
          .put(Severity.valueOf(row.getString("severity")), row.getLong("count"));
    }
    counted = fresh;
  }

  private long count(String state, Severity severity) {
    return counted.getOrDefault(state, Map.of()).getOrDefault(severity, 0L);
  }
}
