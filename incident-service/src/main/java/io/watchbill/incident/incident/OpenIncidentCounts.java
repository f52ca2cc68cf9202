package io.watchbill.incident.incident;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.incident.lifecycle.Severity;
import io.watchbill.incident.lifecycle.StateKind;
import io.watchbill.incident.visibility.Visibility;
import io.watchbill.kit.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;

/** Counts the open incidents every 15 seconds, however often somebody asks. */
@Startup
@ApplicationScoped
public class OpenIncidentCounts {
  private final Database database;
  private final IncidentLists lists;
  private final Visibility visibility;
  private volatile Map<StateKind, Map<Severity, Long>> counted = Map.of();

  OpenIncidentCounts(
      Database database, IncidentLists lists, Visibility visibility, MeterRegistry metrics) {
    this.database = database;
    this.lists = lists;
    this.visibility = visibility;
    for (StateKind state : StateKind.open()) {
      for (Severity severity : Severity.values()) {
        Gauge.builder("watchbill.threat.incidents", () -> count(state, severity))
            .description("Open incidents by state and severity")
            .tag("state", state.word())
            .tag("severity", severity.name())
            .register(metrics);
      }
    }
  }

  /** Returns the last count by severity. */
  public Map<Severity, Long> bySeverity() {
    Map<Severity, Long> counts = new EnumMap<>(Severity.class);
    for (Severity severity : Severity.values()) {
      counts.put(
          severity, StateKind.open().stream().mapToLong(state -> count(state, severity)).sum());
    }
    return counts;
  }

  @Scheduled(every = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void measure() {
    Map<StateKind, Map<Severity, Long>> fresh = new EnumMap<>(StateKind.class);
    for (Row row : database.read(tx -> lists.countOpen(tx, visibility.toEverybody()))) {
      fresh
          .computeIfAbsent(
              StateKind.of(row.getString("state")).orElseThrow(),
              state -> new EnumMap<>(Severity.class))
          .put(Severity.valueOf(row.getString("severity")), row.getLong("count"));
    }
    counted = fresh;
  }

  private long count(StateKind state, Severity severity) {
    return counted.getOrDefault(state, Map.of()).getOrDefault(severity, 0L);
  }
}
