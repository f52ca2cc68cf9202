package io.watchbill.escalation.heartbeat;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.loop.Loops;
import io.watchbill.kit.metric.Counters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Sends a heartbeat to an outside monitor when this process is able to page: the engine finished an
 * iteration, no loop is stuck and a row was written to the database. It runs beside the engine,
 * which does not wait for it.
 */
@Startup
@ApplicationScoped
public class Heartbeat {
  private static final Logger LOG = Logger.getLogger(Heartbeat.class);
  private static final Duration STUCK = Duration.ofSeconds(30);
  private static final Duration WRITING = Duration.ofSeconds(2);
  private static final String SENT = "sent";
  private static final String NOT_TAKEN = "not-taken";
  private static final String NOT_WRITTEN = "not-written";
  private static final String WITHHELD = "withheld";

  private final Database database;
  private final Loops loops;
  private final Monitor monitor;
  private final HeartbeatSettings settings;
  private final Counters beats;
  private final AtomicBoolean underWay = new AtomicBoolean();
  private volatile long lastBeganNanos;
  private volatile long lastSentNanos = System.nanoTime();

  Heartbeat(
      Database database,
      Loops loops,
      Monitor monitor,
      HeartbeatSettings settings,
      MeterRegistry metrics) {
    this.database = database;
    this.loops = loops;
    this.monitor = monitor;
    this.settings = settings;
    this.lastBeganNanos = System.nanoTime() - settings.every().toNanos();
    this.beats =
        Counters.of(
            metrics,
            "watchbill.heartbeats",
            "Heartbeats for the outside monitor",
            "outcome",
            List.of(SENT, NOT_TAKEN, NOT_WRITTEN, WITHHELD));
    Gauge.builder("watchbill.heartbeat.age", this, Heartbeat::secondsSinceSent)
        .description("How long ago the monitor accepted a heartbeat; NaN when none is configured")
        .baseUnit("seconds")
        .register(metrics);
  }

  /** Notes that the engine finished an iteration. Returns at once. */
  public void turned() {
    long now = System.nanoTime();
    boolean due = now - lastBeganNanos >= settings.every().toNanos();
    if (settings.url().isPresent() && due && underWay.compareAndSet(false, true)) {
      lastBeganNanos = now;
      Thread.ofVirtual().name("heartbeat").start(this::beatQuietly);
    }
  }

  private void beatQuietly() {
    try {
      String outcome = beat();
      beats.increment(outcome);
      LOG.debugf("heartbeat %s", outcome);
    } finally {
      underWay.set(false);
    }
  }

  private String beat() {
    List<String> stuck = loops.stuckFor(STUCK);
    if (!stuck.isEmpty()) {
      LOG.errorf("the heartbeat is withheld: stuck are %s", stuck);
      return WITHHELD;
    }
    if (!written()) {
      return NOT_WRITTEN;
    }
    if (!monitor.accepts()) {
      return NOT_TAKEN;
    }
    lastSentNanos = System.nanoTime();
    return SENT;
  }

  private boolean written() {
    try {
      database.inTransaction(
          WRITING,
          tx ->
              tx.update(
                  "INSERT INTO heartbeat (name, beat_at) VALUES ('engine', $1) ON CONFLICT (name)"
                      + " DO UPDATE SET beat_at = excluded.beat_at",
                  tx.now()));
      return true;
    } catch (RuntimeException e) {
      LOG.warnf("the heartbeat could not be written: %s", e.getMessage());
      return false;
    }
  }

  /** Returns the time since the monitor accepted one, or since the start. */
  Duration age() {
    return Duration.ofNanos(System.nanoTime() - lastSentNanos);
  }

  private double secondsSinceSent() {
    return settings.url().isPresent() ? age().toNanos() / 1e9 : Double.NaN;
  }
}
