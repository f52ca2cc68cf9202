package io.watchbill.escalation.engine;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.watchbill.escalation.snapshot.IncidentSnapshot;
import io.watchbill.escalation.snapshot.SnapshotRepository;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.DatabaseUnavailableException;
import io.watchbill.kit.loop.Loops;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * An open, unmuted, unacknowledged incident without a running escalation is an alarm: it is
 * counted, logged, and its escalation started. One replica checks for all.
 */
@ApplicationScoped
class OpenIncidents {
  private static final Logger LOG = Logger.getLogger(OpenIncidents.class);
  private static final String NAME = "open-incidents";
  private static final Duration POLL = Duration.ofSeconds(5);
  private static final Duration EVERY = Duration.ofSeconds(30);
  private static final int PART = 100;

  private final Database database;
  private final SnapshotRepository stored;
  private final Snapshots snapshots;
  private final PeriodicChecks checks;
  private final Loops loops;
  private volatile long without;

  OpenIncidents(
      Database database,
      SnapshotRepository stored,
      Snapshots snapshots,
      PeriodicChecks checks,
      Loops loops,
      MeterRegistry metrics) {
    this.database = database;
    this.stored = stored;
    this.snapshots = snapshots;
    this.checks = checks;
    this.loops = loops;
    Gauge.builder("watchbill.incidents.without.escalation", this, OpenIncidents::without)
        .description("Open, unmuted, unacknowledged incidents for which no escalation runs")
        .register(metrics);
  }

  void start(@Observes StartupEvent event) {
    loops.start(NAME, POLL, this::turn);
  }

  private boolean turn() {
    checks.run(NAME, EVERY, this::look);
    without = checks.last(NAME).found();
    return false;
  }

  private int look() {
    List<IncidentSnapshot> found =
        database.inTransaction(tx -> stored.openWithoutEscalation(tx, PART));
    if (!found.isEmpty()) {
      startAll(found);
    }
    return found.size();
  }

  private void startAll(List<IncidentSnapshot> found) {
    try {
      snapshots.ensureRunning(found);
      found.forEach(OpenIncidents::log);
    } catch (DatabaseUnavailableException e) {
      throw e;
    } catch (RuntimeException e) {
      found.forEach(this::start);
    }
  }

  private static void log(IncidentSnapshot snapshot) {
    LOG.errorf("incident %s is open and nothing escalates it: it is started", snapshot.id());
  }

  /** An escalation that cannot be started must not block the others. */
  private void start(IncidentSnapshot snapshot) {
    log(snapshot);
    try {
      snapshots.ensureRunning(List.of(snapshot));
    } catch (DatabaseUnavailableException e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.errorf(e, "the escalation of incident %s cannot be started", snapshot.id());
    }
  }

  private double without() {
    return without;
  }
}
