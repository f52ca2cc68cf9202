package io.watchbill.kit.timer;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.watchbill.kit.claim.Floors;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.DatabaseUnavailableException;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.loop.Loop;
import io.watchbill.kit.loop.Loops;
import io.watchbill.kit.time.TimeShift;
import io.watchbill.kit.timer.TimerRepository.Claim;
import io.watchbill.kit.timer.TimerRepository.Next;
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
import org.jspecify.annotations.Nullable;

/**
 * Durable timers: a kind, a key, an instant. Setting one again moves it. Any replica may fire it,
 * in exactly one commit, together with others of its kind where that is allowed; a failed one is
 * retried with growing pauses of up to a minute and does not block others.
 */
@ApplicationScoped
public class Timers {
  private static final Logger LOG = Logger.getLogger(Timers.class);
  private static final Duration POLL = Duration.ofMillis(200);

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

  /** How many fire in an iteration, and in one transaction where the handler allows that. */
  private static final int MOST = 100;

  private final Database database;
  private final Loops loops;
  private final Map<String, TimerHandler> handlers;
  private final Counter failures;
  private final TimerRepository timers;
  private volatile @Nullable Loop loop;

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
    this.loops = loops;
    this.handlers =
        handlers.stream().collect(Collectors.toMap(TimerHandler::kind, Function.identity()));
    this.failures =
        Counter.builder("watchbill.timer.failures")
            .description("Timers whose work failed; they fire again")
            .register(metrics);
    this.timers = new TimerRepository(this.handlers.keySet(), timeShift, floors, metrics);
  }

  void start(@Observes StartupEvent event) {
    if (!handlers.isEmpty()) {
      loop = loops.startVital("timers", POLL, timers.untilDue(POLL), this::turn);
    }
  }

  /** Sets or moves a timer in the given transaction. */
  public void set(Tx tx, String kind, String key, Instant due) {
    timers.set(tx, kind, key, due);
    tx.afterCommit(this::nudge);
  }

  /** Removes a timer, if there is one. */
  public void cancel(Tx tx, String kind, String key) {
    timers.remove(tx, kind, List.of(key));
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
    Next next = timers.next(tx);
    if (next.claim().isEmpty()) {
      return next.any() ? 1 : 0;
    }
    List<Claim> claims = withOthers(tx, next.claim().get());
    fire(tx, claims);
    return claims.size();
  }

  /** Returns the timer with other due timers of its kind, as many as may fire together. */
  private List<Claim> withOthers(Tx tx, Claim first) {
    int most = Math.min(room, handler(first.kind()).together());
    List<Claim> claims = new ArrayList<>(List.of(first));
    if (most > 1 && first.attempts() == 0) {
      claims.addAll(timers.others(tx, first, most - 1));
    }
    return claims;
  }

  /** Only timers of known kinds are claimed. */
  private TimerHandler handler(String kind) {
    return requireNonNull(handlers.get(kind), kind);
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
    LOG.errorf(
        failure.get(), "timer %s of %s failed and fires again later", claim.kind(), claim.key());
    timers.putOff(tx, claim, failure.get());
  }

  private void fireTogether(Tx tx, List<Claim> claims) {
    String kind = claims.getFirst().kind();
    timers.remove(tx, kind, claims.stream().map(Claim::key).toList());
    handler(kind)
        .fire(tx, claims.stream().map(claim -> new DueTimer(claim.key(), claim.due())).toList());
  }
}
