package io.watchbill.kit.database;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.impl.SocketConnectionBase;
import io.vertx.sqlclient.impl.SqlConnectionInternal;
import io.watchbill.kit.time.TimeShift;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Units of work on the service's own schema, for code that may block (virtual threads).
 *
 * <p>Every unit has a deadline; one that passes closes its connection, so that no transaction of a
 * stuck process keeps rows locked. A deadlock or serialization failure runs the whole work again,
 * at most three times: work must have no effects but those on the database.
 *
 * <p>The server knows the deadline, too: a statement that nobody waits for ends within a second of
 * it and releases its locks.
 */
@ApplicationScoped
public class Database {
  private static final Logger LOG = Logger.getLogger(Database.class);
  private static final int TRIES = 4;
  private static final Duration DEADLINE = Duration.ofSeconds(5);
  private static final Duration ROLLBACK = Duration.ofSeconds(1);

  private final Pool pool;
  private final Pools pools;
  private final TimeShift timeShift;
  private final FullDisk fullDisk;
  private final Counter turnedAway;

  Database(Pool pool, Pools pools, TimeShift timeShift, FullDisk fullDisk, MeterRegistry metrics) {
    this.pool = pool;
    this.fullDisk = fullDisk;
    this.pools = pools;
    this.timeShift = timeShift;
    this.turnedAway =
        Counter.builder("watchbill.database.turned.away")
            .description("Requests that were refused because too many waited for a connection")
            .register(metrics);
  }

  /**
   * Runs work in one transaction, within five seconds.
   *
   * @throws DatabaseUnavailableException when the database is at fault; whether a commit under way
   *     then took place is unknown
   */
  public <T> T inTransaction(Function<Tx, T> work) {
    return inTransaction(DEADLINE, work);
  }

  /** As {@link #inTransaction(Function)}, with the given deadline. */
  public <T> T inTransaction(Duration deadline, Function<Tx, T> work) {
    for (int tries = 1; ; tries++) {
      try {
        return unit(deadline, true, work);
      } catch (RuntimeException e) {
        if (tries == TRIES || !Failures.isConflict(e)) {
          throw e;
        }
        LOG.debugf("conflict in the database, try %d follows", tries + 1);
      }
    }
  }

  /** As {@link #inTransaction(Function)}, for work without a result. */
  public void run(Consumer<Tx> work) {
    run(DEADLINE, work);
  }

  /** As {@link #inTransaction(Duration, Function)}, for work without a result. */
  public void run(Duration deadline, Consumer<Tx> work) {
    inTransaction(
        deadline,
        tx -> {
          work.accept(tx);
          return Optional.empty();
        });
  }

  /** Runs statements that need no common transaction; each sees what is committed by then. */
  public <T> T read(Function<Tx, T> work) {
    return read(DEADLINE, work);
  }

  /** As {@link #read(Function)}, with the given deadline of at most five seconds. */
  public <T> T read(Duration deadline, Function<Tx, T> work) {
    return unit(deadline, false, work);
  }

  private <T> T unit(Duration time, boolean transactional, Function<Tx, T> work) {
    Deadline deadline = Deadline.in(time);
    SqlConnection connection = connect(deadline);
    Tx tx = new Tx(connection, timeShift.shift(), deadline, new StatementLimit(DEADLINE, time));
    T result;
    try {
      result = transactional ? transaction(tx, work) : alone(tx, work);
      connection.close();
    } catch (RuntimeException e) {
      release(connection, tx, e);
      fullDisk.seen(e);
      throw translated(e);
    } catch (Error e) {
      release(connection, tx, e);
      throw e;
    }
    tx.afterCommit().forEach(Database::runQuietly);
    return result;
  }

  /** Returns a connection; one that comes too late goes back to the pool. */
  private SqlConnection connect(Deadline deadline) {
    Future<SqlConnection> connection =
        Lane.isOfLoops()
            ? pools.loops().getConnection()
            : pools.requests().admit(pool::getConnection);
    try {
      return deadline.await(connection);
    } catch (RuntimeException e) {
      connection.onSuccess(SqlConnection::close);
      if (Failures.isTooBusy(e)) {
        turnedAway.increment();
      }
      throw new DatabaseUnavailableException("no connection to the database", e);
    }
  }

  private static <T> T alone(Tx tx, Function<Tx, T> work) {
    T result = work.apply(tx);
    tx.settle();
    tx.restore();
    return result;
  }

  private static <T> T transaction(Tx tx, Function<Tx, T> work) {
    tx.begin();
    T result = work.apply(tx);
    tx.commit();
    return result;
  }

  /**
   * Closes a connection of unknown state for good: the server then rolls back. A server that only
   * lacks room on its disk has answered.
   */
  private static void release(SqlConnection connection, Tx tx, Throwable cause) {
    if (Failures.isUnavailable(cause) && !Failures.isFullDisk(cause)) {
      discard(connection);
      return;
    }
    tx.restore();
    try {
      Deadline.in(ROLLBACK).await(tx.rollback());
      connection.close();
    } catch (RuntimeException e) {
      cause.addSuppressed(e);
      discard(connection);
    }
  }

  /** Returns the connection to the pool only once it is closed, so that nobody else gets it. */
  private static void discard(SqlConnection connection) {
    if (connection instanceof SqlConnectionInternal pooled
        && pooled.unwrap().unwrap() instanceof SocketConnectionBase socketed) {
      socketed.socket().close().onComplete(closed -> connection.close());
    } else {
      connection.close();
    }
  }

  private static RuntimeException translated(RuntimeException e) {
    if (e instanceof DatabaseUnavailableException || !Failures.isUnavailable(e)) {
      return e;
    }
    return new DatabaseUnavailableException("the database did not answer as it should", e);
  }

  private static void runQuietly(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException e) {
      LOG.warn("an action after a commit failed", e);
    }
  }
}
