package io.watchbill.kit.history;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.Rows;
import io.watchbill.kit.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * History by months: the tables of a service's schema that are partitioned by the time in their
 * owner's UUIDv7. Months are made three ahead; those wholly older than {@link HistoryConfig#keep()}
 * are dropped, but for what the schema's {@code history_kept} names. A service without such tables
 * has nothing to do. How it is done without rights on the schema: {@code db/kit/V20__history.sql}.
 */
@Startup
@ApplicationScoped
public class History {
  private static final Logger LOG = Logger.getLogger(History.class);
  private static final int MONTHS_AHEAD = 3;
  private static final int SOME = 5_000;
  private static final Duration LEAST = Duration.ofDays(31);

  private final Database database;
  private final Clock clock;
  private final Duration keep;
  private volatile Optional<Seen> seen = Optional.empty();

  /** Until when partitions exist, and how many rows found none. */
  private record Seen(Instant until, long misplaced) {}

  History(Database database, Clock clock, HistoryConfig config, MeterRegistry metrics) {
    if (config.keep().compareTo(LEAST) < 0) {
      throw new IllegalArgumentException("watchbill.history.keep is at least 31 days");
    }
    this.database = database;
    this.clock = clock;
    this.keep = config.keep();
    Gauge.builder("watchbill.history.ahead", this, History::ahead)
        .description("For how long from now on there are partitions; NaN without history")
        .baseUnit("seconds")
        .register(metrics);
    Gauge.builder("watchbill.history.misplaced", this, history -> history.misplaced())
        .description("Rows of history that found no partition of their month")
        .register(metrics);
  }

  /** Creates, drops and measures partitions, every ten minutes. */
  @Scheduled(every = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void turn() {
    run("partitions of history could not be made", this::prepare);
    run("old history could not be dropped", this::forget);
    run("history could not be measured", this::measure);
  }

  /** Runs a step; a failure (a locked table, no database) is retried in the next run. */
  private static void run(String failure, Runnable step) {
    try {
      step.run();
    } catch (RuntimeException e) {
      LOG.warn(failure, e);
    }
  }

  /** Creates the partitions of the coming months. */
  public void prepare() {
    int made =
        database.inTransaction(
            tx -> {
              Instant until =
                  tx.now().atOffset(ZoneOffset.UTC).plusMonths(MONTHS_AHEAD).toInstant();
              return tx.one("SELECT history_prepare($1) AS made", until)
                  .orElseThrow()
                  .getInteger("made");
            });
    if (made > 0) {
      LOG.infof("%d partitions of history made", made);
    }
  }

  /** Drops the months past retention, each in its own transaction. */
  public void forget() {
    if (database.read(History::state).isEmpty()) {
      return;
    }
    List<String> dropped;
    do {
      dropped = database.inTransaction(this::drop);
      if (!dropped.isEmpty()) {
        LOG.infof("history dropped: %s", dropped);
      }
    } while (!dropped.isEmpty());
    long deleted;
    do {
      deleted = database.inTransaction(this::delete);
    } while (deleted >= SOME);
  }

  private List<String> drop(Tx tx) {
    Row row = tx.one("SELECT history_drop($1) AS dropped", tx.now().minus(keep)).orElseThrow();
    return Rows.strings(row, "dropped");
  }

  private long delete(Tx tx) {
    return tx.one("SELECT history_forget($1, $2) AS deleted", tx.now().minus(keep), SOME)
        .orElseThrow()
        .getLong("deleted");
  }

  /** Measures until when partitions exist and how many rows found none. */
  public void measure() {
    seen = database.read(History::state);
  }

  private static Optional<Seen> state(Tx tx) {
    return tx.one("SELECT until, misplaced FROM history_state()")
        .map(row -> new Seen(Rows.instant(row, "until"), row.getLong("misplaced")));
  }

  private double ahead() {
    return seen.map(s -> Duration.between(clock.instant(), s.until).toMillis() / 1000.0)
        .orElse(Double.NaN);
  }

  private double misplaced() {
    return seen.map(s -> (double) s.misplaced).orElse(0.0);
  }
}
