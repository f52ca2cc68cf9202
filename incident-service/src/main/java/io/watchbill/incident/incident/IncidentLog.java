package io.watchbill.incident.incident;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.watchbill.incident.lifecycle.Decision;
import io.watchbill.incident.lifecycle.NewEntry;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.log.LogContext;
import io.watchbill.kit.metric.Counters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import org.jboss.logging.Logger;

/** Writes what happened to incidents to the log and the metrics, once it is committed. */
@Startup
@ApplicationScoped
class IncidentLog {
  private static final Logger LOG = Logger.getLogger(IncidentLog.class);

  private final Counters changes;
  private final Counters acknowledgements;

  IncidentLog(MeterRegistry metrics) {
    this.changes =
        Counters.of(
            metrics,
            "watchbill.incident.changes",
            "Changes of incidents, by kind of timeline entry",
            "kind",
            Arrays.stream(NewEntry.Kind.values()).map(NewEntry.Kind::word).toList());
    this.acknowledgements =
        Counters.of(
            metrics,
            "watchbill.sla.acknowledgements",
            "Rounds acknowledged in time and not in time",
            "outcome",
            List.of("met", "breached"));
  }

  /** Logs a decision after the commit; what people wrote does not go into a log. */
  void write(Tx tx, Incident incident, Decision decision) {
    List<NewEntry> entries = decision.entries();
    tx.afterCommit(() -> write(incident, entries));
  }

  private void write(Incident incident, List<NewEntry> entries) {
    try (LogContext about = about(incident)) {
      entries.forEach(entry -> write(incident, entry));
    }
  }

  private void write(Incident incident, NewEntry entry) {
    changes.increment(entry.kind().word());
    switch (entry.kind()) {
      case ACKNOWLEDGEMENT_MET -> acknowledgements.increment("met");
      case ACKNOWLEDGEMENT_BREACHED -> acknowledgements.increment("breached");
      default -> {}
    }
    boolean important =
        switch (entry.kind()) {
          case TRIGGERED, ACKNOWLEDGED, UNACKNOWLEDGED, RESOLVED, REOPENED -> true;
          default -> false;
        };
    LOG.logf(
        important ? Logger.Level.INFO : Logger.Level.DEBUG,
        "%s %s by %s, %s, round %d",
        incident.reference(),
        entry.kind().word(),
        entry.by().id(),
        incident.lifecycle().severity(),
        incident.lifecycle().round());
  }

  private static LogContext about(Incident incident) {
    return LogContext.with(LogContext.INCIDENT, incident.id())
        .and(LogContext.REFERENCE, incident.reference())
        .and(LogContext.ROUND, incident.lifecycle().round());
  }
}
