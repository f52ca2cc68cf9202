package io.watchbill.kit.timer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.kit.claim.Floor;
import io.watchbill.kit.claim.Floors;
import io.watchbill.kit.database.ClaimedRows;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.DatabaseUnavailableException;
import io.watchbill.kit.database.Rows;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.loop.Loop;
import io.watchbill.kit.loop.Loops;
import io.watchbill.kit.time.TimeShift;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Durable timers: a kind, a key, an instant. Setting one again moves it. Any replica may fire it,
 * in exactly one commit, together with others of its kind where that is allowed; a failed one is
 * retried with growing pauses of up to a minute and does not block others.
 */
@ApplicationScoped
public class Timers {
  private static final Logger LOG = Logger.getLogger(Timers.class);
  private static final Duration POLL = Duration.ofMillis(200);

  private static final Duration UNREADABLE = Duration.ofMinutes(1);

  /**
   * The next that is due, from a floor on. Not by the index of kinds: all that waits or is done is
   * in there.
   */
  public static final String NEXT =
      """
      SELECT kind, key, due, attempts FROM timer
       WHERE retry_at >= $3 AND retry_at <= now() + $1 * interval '1 microsecond'
         AND kind || '' = ANY($2)
       ORDER BY retry_at LIMIT 1 FOR UPDATE SKIP LOCKED
      """;

  private static final String OTHERS =
      """
      SELECT kind, key, due, attempts FROM timer
       WHERE retry_at >= $5 AND retry_at <= now() + $1 * interval '1 microsecond'
         AND kind || '' = $2 AND key <> $3 AND attempts = 0
       ORDER BY retry_at LIMIT $4 FOR UPDATE SKIP LOCKED
      """;

  private static final String OLDEST =
      """
      SELECT retry_at FROM timer
       WHERE kind || '' = ANY($1) AND retry_at >= $2 AND retry_at < $3 ORDER BY retry_at LIMIT 1
      """;

  private static final String PUT_OFF =
      """
      UPDATE timer SET attempts = attempts + 1, last_error = $3, retry_at = $4
       WHERE kind = $1 AND key = $2
      """;

  /** How many fire in an iteration, and in one transaction where the handler allows that. */
  private static final int MOST = 100;

  private final Database database;
  private final TimeShift timeShift;
  private final Loops loops;
  private final Map<String, TimerHandler> handlers;
  private final Counter failures;
  private final ClaimedRows claimed;
  private final Floor floor;
  private volatile Loop loop;

  /** How many fire together; of the loop's thread. */
  private int room = MOST;

  Timers(
      Database database,
      TimeShift timeShift,
      Loops loops,
      Instance<TimerHandler> handlers,
      Floors floors,
      MeterRegistry metrics) {
    this.database = database;
    this.timeShift = timeShift;
    this.loops = loops;
    this.handlers =
        handlers.stream().collect(Collectors.toMap(TimerHandler::kind, Function.identity()));
    this.failures =
        Counter.builder("watchbill.timer.failures")
            .description("Timers whose work failed; they fire again")
            .register(metrics);
    this.claimed = ClaimedRows.of(metrics, "timer");
    this.floor = floors.of(this::oldest);
  }

  void start(@Observes StartupEvent event) {
    if (!handlers.isEmpty()) {
      loop = loops.startVital("timers", POLL, this::turn);
    }
  }

  /** Sets or moves a timer in the given transaction. */
  public void set(Tx tx, String kind, String key, Instant due) {
    tx.send(
        "INSERT INTO timer (kind, key, due, retry_at) VALUES ($1, $2, $3::timestamptz,"
            + " greatest($3::timestamptz, $4::timestamptz)) ON CONFLICT (kind, key) DO UPDATE SET due = excluded.due, retry_at ="
            + " excluded.retry_at, attempts = 0",
        kind,
        key,
        due,
        tx.now());
    tx.afterCommit(this::nudge);
  }

  /** Removes a timer, if there is one. */
  public void cancel(Tx tx, String kind, String key) {
    tx.send("DELETE FROM timer WHERE kind = $1 AND key = $2", kind, key);
  }

  private void nudge() {
    if (loop != null) {
      loop.nudge();
    }
  }

  private boolean turn() {
    int fired = 0;
    int last;
    do {
      last = fireNext();
      fired += last;
    } while (last > 0 && fired < MOST);
    return fired >= MOST;
  }

  /** Fires a batch; after a time-out the next is smaller. */
  private int fireNext() {
    try {
      int fired = database.inTransaction(this::fireSome);
      room = Math.min(MOST, room * 2);
      return fired;
    } catch (DatabaseUnavailableException e) {
      room = Math.max(1, room / 2);
      throw e;
    }
  }

  private int fireSome(Tx tx) {
    Optional<Row> row = next(tx);
    if (row.isEmpty()) {
      return 0;
    }
    Optional<Claim> first = readable(tx, List.of(row.get())).stream().findFirst();
    if (first.isEmpty()) {
      return 1;
    }
    List<Claim> claims = withOthers(tx, first.get());
    fire(tx, claims);
    return claims.size();
  }

  /**
   * Uses the transaction's instant: with clock_timestamp() each query would read all waiting rows.
   */
  private Optional<Row> next(Tx tx) {
    return tx.one(NEXT, shift(), kinds(), floor.at());
  }

  private Optional<Instant> oldest(Tx tx, Instant from, Instant until) {
    return tx.one(OLDEST, kinds(), from, until).map(row -> Rows.instant(row, "retry_at"));
  }

  private String[] kinds() {
    return handlers.keySet().toArray(new String[0]);
  }

  private List<Claim> readable(Tx tx, List<Row> rows) {
    return claimed.read(rows, Timers::toClaim, (row, e) -> putAside(tx, row, e));
  }

  /** Returns the timer with other due timers of its kind, as many as may fire together. */
  private List<Claim> withOthers(Tx tx, Claim first) {
    int most = Math.min(room, handlers.get(first.kind).together());
    if (most == 1 || first.attempts > 0) {
      return List.of(first);
    }
    List<Claim> claims = new ArrayList<>(List.of(first));
    claims.addAll(
        readable(
            tx, tx.query(OTHERS, shift(), first.kind, first.key, (long) most - 1, floor.at())));
    return claims;
  }

  private double shift() {
    return (double) timeShift.shift().toNanos() / 1000;
  }

  /** Rolls back failed handlers: several timers then fire one by one, a single one is postponed. */
  private void fire(Tx tx, List<Claim> claims) {
    Optional<RuntimeException> failure = tx.attempt(() -> fireTogether(tx, claims));
    if (failure.isEmpty()) {
      return;
    }
    if (claims.size() > 1) {
      claims.forEach(claim -> fire(tx, List.of(claim)));
      return;
    }
    Claim claim = claims.getFirst();
    failures.increment();
    LOG.errorf(failure.get(), "timer %s of %s failed and fires again later", claim.kind, claim.key);
    putOff(tx, claim, failure.get());
  }

  private void fireTogether(Tx tx, List<Claim> claims) {
    String kind = claims.getFirst().kind;
    tx.send(
        "DELETE FROM timer WHERE kind = $1 AND key = ANY($2)",
        kind,
        claims.stream().map(Claim::key).toArray(String[]::new));
    handlers
        .get(kind)
        .fire(tx, claims.stream().map(claim -> new DueTimer(claim.key, claim.due)).toList());
  }

  private static void putOff(Tx tx, Claim claim, RuntimeException e) {
    long seconds = Math.min(60, 1L << Math.min(claim.attempts, 6));
    tx.update(PUT_OFF, claim.kind, claim.key, String.valueOf(e), tx.now().plusSeconds(seconds));
  }

  private static void putAside(Tx tx, Row row, RuntimeException e) {
    tx.send(
        PUT_OFF,
        row.getString("kind"),
        row.getString("key"),
        String.valueOf(e),
        tx.now().plus(UNREADABLE));
  }

  private static Claim toClaim(Row row) {
    return new Claim(
        row.getString("kind"),
        row.getString("key"),
        Rows.instant(row, "due"),
        row.getInteger("attempts"));
  }

  private record Claim(String kind, String key, Instant due, int attempts) {}
}
