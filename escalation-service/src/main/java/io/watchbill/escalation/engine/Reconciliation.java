package io.watchbill.escalation.engine;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.watchbill.escalation.snapshot.OpenSnapshots;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.json.Json;
import io.watchbill.kit.loop.Loops;
import io.watchbill.kit.peer.Peers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Compares, every minute, what is open here and in the incident-service, and fetches what differs:
 * it does not rely on events. One replica does it for all, by digests of ranges of ids; only where
 * those differ is each incident compared.
 */
@ApplicationScoped
class Reconciliation {
  private static final Logger LOG = Logger.getLogger(Reconciliation.class);
  private static final String NAME = "reconciliation";
  private static final Duration POLL = Duration.ofSeconds(5);
  private static final Duration EVERY = Duration.ofMinutes(1);
  private static final Duration TURN = Duration.ofSeconds(3);

  private final Database database;
  private final OpenSnapshots known;
  private final Snapshots snapshots;
  private final IncidentClient client;
  private final PeriodicChecks checks;
  private final Loops loops;
  private final Json json;
  private final Clock clock;
  private volatile Instant compared;
  private @Nullable Comparison underWay;
  private final Counter fetched;
  private final Counter failures;

  Reconciliation(
      Database database,
      OpenSnapshots known,
      Snapshots snapshots,
      Peers peers,
      PeriodicChecks checks,
      Loops loops,
      Json json,
      Clock clock,
      MeterRegistry metrics) {
    this.database = database;
    this.known = known;
    this.snapshots = snapshots;
    this.client = peers.client(IncidentClient.class, "incident");
    this.checks = checks;
    this.loops = loops;
    this.json = json;
    this.clock = clock;
    this.compared = clock.instant();
    this.fetched =
        Counter.builder("watchbill.reconciliation.fetched")
            .description("Snapshots that the comparison had to fetch: their events had not arrived")
            .register(metrics);
    this.failures =
        Counter.builder("watchbill.reconciliation.failures")
            .description("Comparisons that failed: the incident-service did not answer")
            .register(metrics);
    Gauge.builder("watchbill.reconciliation.age", this, Reconciliation::secondsSinceCompared)
        .description("How long ago a comparison with the incident-service succeeded")
        .baseUnit("seconds")
        .register(metrics);
  }

  private double secondsSinceCompared() {
    return Math.max(0, Duration.between(compared, clock.instant()).toMillis() / 1000.0);
  }

  void start(@Observes StartupEvent event) {
    loops.start(NAME, POLL, this::turn);
  }

  /** Continues the comparison, or begins one that is due and not another replica's. */
  private boolean turn() {
    if (underWay == null && checks.begin(NAME, EVERY)) {
      underWay = comparison();
    }
    if (underWay != null) {
      goOn(underWay);
    }
    compared = checks.last(NAME).ended();
    return underWay != null;
  }

  /** An iteration is bounded; the next one continues the comparison. */
  private void goOn(Comparison comparison) {
    try {
      Instant end = clock.instant().plus(TURN);
      while (!comparison.isDone() && clock.instant().isBefore(end)) {
        comparison.step();
      }
      if (comparison.isDone()) {
        int news = comparison.news();
        underWay = null;
        checks.ended(NAME, news);
      } else {
        checks.postpone(NAME, EVERY);
      }
    } catch (ProcessingException | WebApplicationException e) {
      LOG.warnf("the incident-service could not be asked: %s", e.getMessage());
      failures.increment();
      underWay = null;
      checks.failed(NAME, POLL);
    } catch (RuntimeException e) {
      underWay = null;
      throw e;
    }
  }

  /**
   * Compares once, to the end, and returns how many snapshots were new.
   *
   * @throws RuntimeException when a snapshot could not be taken, after all others were: such a
   *     comparison has not succeeded, which its age shows
   */
  int reconcile() {
    Comparison comparison = comparison();
    while (!comparison.isDone()) {
      comparison.step();
    }
    return comparison.news();
  }

  /** Returns a comparison that has not begun. */
  Comparison comparison() {
    return new Comparison(database, known, snapshots, client, json, fetched);
  }
}
