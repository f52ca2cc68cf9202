package io.watchbill.kit.timer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.kit.database.Database;
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
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Timers that outlive any process: a kind, a key, an instant. Setting one again moves it. Any
 * replica may fire it, in exactly one commit; a failing one is tried again with growing pauses up
 * to a minute and holds up no other.
 */
@ApplicationScoped
public class Timers {
  private static final Logger LOG = Logger.getLogger(Timers.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final int BATCH = 100;

  private final Database database;
  private final TimeShift timeShift;
  private final Loops loops;
  private final Map<String, TimerHandler> handlers;
  private final Counter failures;
  private volatile Loop loop;

  Timers(
      Database database,
      TimeShift timeShift,
      Loops loops,
      Instance<TimerHandler> handlers,
      MeterRegistry metrics) {
    this.database = database;
    this.timeShift = timeShift;
    this.loops = loops;
    this.handlers =
        handlers.stream().collect(Collectors.toMap(TimerHandler::kind, Function.identity()));
    this.failures =
        Counter.builder("watchbill.timer.failures")
            .description("Timers whose work failed; they come again")
            .register(metrics);
  }

  void start(@Observes StartupEvent event) {
    if (!handlers.isEmpty()) {
      loop = loops.start("timers", POLL, this::turn);
    }
  }

  /** Sets or moves a timer, in the transaction of the fact that it belongs to. */
  public void set(Tx tx, String kind, String key, Instant due) {
    tx.send(
        "INSERT INTO timer (kind, key, due, retry_at) VALUES ($1, $2, $3, $3) ON CONFLICT (kind,"
            + " key) DO UPDATE SET due = excluded.due, retry_at = excluded.due, attempts = 0",
        kind,
        key,
        due);
    tx.afterCommit(this::nudge);
  }

  /** Takes a timer back; nothing happens when there is none. */
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
    while (fired < BATCH && fireNext()) {
      fired++;
    }
    return fired == BATCH;
  }

  private boolean fireNext() {
    Optional<Claim> claimed =
        database.inTransaction(
            tx -> {
              Optional<Claim> claim = claim(tx);
              claim.ifPresent(c -> fire(tx, c));
              return claim;
            });
    return claimed.isPresent();
  }

  /** By the transaction's instant: with clock_timestamp() each look would read all that wait. */
  private Optional<Claim> claim(Tx tx) {
    return tx.one(
            "SELECT kind, key, due, attempts FROM timer WHERE retry_at <= now() + $1 *"
                + " interval '1 microsecond' AND kind = ANY($2) ORDER BY retry_at LIMIT 1 FOR UPDATE"
                + " SKIP LOCKED",
            (double) timeShift.shift().toNanos() / 1000,
            handlers.keySet().toArray(new String[0]))
        .map(Timers::toClaim);
  }

  /** A handler that fails is undone, and its timer is put off. */
  private void fire(Tx tx, Claim claim) {
    tx.attempt(
            () -> {
              cancel(tx, claim.kind, claim.key);
              handlers.get(claim.kind).fire(tx, claim.key, claim.due);
            })
        .ifPresent(
            failure -> {
              failures.increment();
              LOG.errorf(failure, "timer %s of %s failed, it comes again", claim.kind, claim.key);
              putOff(tx, claim, failure);
            });
  }

  private static void putOff(Tx tx, Claim claim, RuntimeException e) {
    long seconds = Math.min(60, 1L << Math.min(claim.attempts, 6));
    tx.update(
        "UPDATE timer SET attempts = attempts + 1, last_error = $3, retry_at = $4 WHERE kind = $1"
            + " AND key = $2",
        claim.kind,
        claim.key,
        String.valueOf(e),
        tx.now().plusSeconds(seconds));
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
