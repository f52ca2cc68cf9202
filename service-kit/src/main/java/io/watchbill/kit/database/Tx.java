package io.watchbill.kit.database;

import io.vertx.core.Future;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One unit of work on one connection, used strictly in sequence by one thread that may block.
 *
 * <p>Parameters are positional ({@code $1}, {@code $2}, …). Instants and arrays of instants become
 * {@code timestamptz}; JSON is passed as text and written {@code $1::text::jsonb}.
 */
public final class Tx {
  /**
   * Sent before a statement whose plan does not depend on its parameters: the rest of the
   * transaction uses the session's cached plan. Planning may cost more than running.
   */
  public static final String PLANNED_ONCE = "SET LOCAL plan_cache_mode = force_generic_plan";

  private static final String NOW = "SELECT now() AS now";

  private final SqlConnection connection;
  private final Duration shift;
  private final Deadline deadline;
  private final StatementLimit limit;
  private final List<Future<?>> sent = new ArrayList<>();
  private final BeforeCommit beforeCommit = new BeforeCommit();
  private final List<Runnable> afterCommit = new ArrayList<>();
  private @Nullable Future<RowSet<io.vertx.sqlclient.Row>> asked;
  private @Nullable Instant now;
  private boolean begun;
  private boolean failed;

  Tx(SqlConnection connection, Duration shift, Deadline deadline, StatementLimit limit) {
    this.connection = connection;
    this.shift = shift;
    this.deadline = deadline;
    this.limit = limit;
  }

  /**
   * Returns the instant of this unit of work by the database's clock, in microseconds; the same at
   * every call. Replicas whose clocks differ agree on it.
   */
  public Instant now() {
    if (now == null) {
      Instant ofDatabase = Rows.instant(rows(await(askedForNow())).getFirst(), "now");
      now = ofDatabase.plus(shift).truncatedTo(ChronoUnit.MICROS);
    }
    return now;
  }

  /** Requests the instant along with the next statement, to save a round trip. */
  public void askForNow() {
    askedForNow();
  }

  private Future<RowSet<io.vertx.sqlclient.Row>> askedForNow() {
    if (asked == null) {
      asked = execute(NOW);
    }
    return asked;
  }

  /**
   * Begins a transaction and requests the instant, both in one round trip with the first statement.
   * The driver's own transactions are not used: they end at the first failed statement and have no
   * savepoints.
   */
  void begin() {
    begun = true;
    sent.add(
        connection.query("BEGIN" + limit.first().map("; SET LOCAL "::concat).orElse("")).execute());
    askForNow();
  }

  /**
   * Commits once all statements have succeeded. A commit sent behind a waiting statement would take
   * effect even after the caller got an error.
   */
  void commit() {
    beforeCommit.run(this);
    settle();
    if (failed) {
      throw new IllegalStateException("a statement had failed, nothing is committed");
    }
    await(connection.query("COMMIT").execute());
  }

  /** Rolls back, if there is anything to roll back. */
  Future<?> rollback() {
    return begun ? connection.query("ROLLBACK").execute() : Future.succeededFuture();
  }

  /** Leaves the session as it was. What was set in a transaction ended with it. */
  void restore() {
    if (!begun && limit.isChanged()) {
      connection.query("RESET statement_timeout").execute();
    }
  }

  private void limit(String setting) {
    sent.add(connection.query((begun ? "SET LOCAL " : "SET ") + setting).execute());
  }

  /** Runs a statement and returns its rows. */
  public List<Row> query(String sql, @Nullable Object... parameters) {
    return rows(await(execute(sql, parameters)));
  }

  /**
   * Sends a statement and fetches its rows later, so that others can be sent meanwhile.
   *
   * @return waits for the rows
   */
  public Supplier<List<Row>> ask(String sql, @Nullable Object... parameters) {
    Future<RowSet<io.vertx.sqlclient.Row>> answer = execute(sql, parameters);
    return () -> rows(await(answer));
  }

  /** Runs a statement that returns one row or none. */
  public Optional<Row> one(String sql, @Nullable Object... parameters) {
    List<Row> rows = query(sql, parameters);
    if (rows.size() > 1) {
      throw new IllegalStateException("at most one row expected, got " + rows.size());
    }
    return rows.stream().findFirst();
  }

  /** Runs a statement and returns how many rows it changed. */
  public int update(String sql, @Nullable Object... parameters) {
    return await(execute(sql, parameters)).rowCount();
  }

  /**
   * Sends a statement without waiting for its answer. If it fails, the next call that waits fails,
   * the commit at the latest.
   */
  public void send(String sql, @Nullable Object... parameters) {
    sent.add(execute(sql, parameters));
  }

  /** Waits for all that was sent. */
  void settle() {
    for (Future<?> statement : sent) {
      await(statement);
    }
    sent.clear();
  }

  /**
   * Runs work that may fail without harm to the rest of the transaction; a failure undoes only that
   * work.
   *
   * @return how it failed; empty when it did not
   * @throws RuntimeException when the database itself is at fault, or another transaction was in
   *     the way: then the whole unit is run again
   */
  public Optional<RuntimeException> attempt(Runnable work) {
    settle();
    int actions = afterCommit.size();
    int left = beforeCommit.size();
    send("SAVEPOINT attempt");
    try {
      work.run();
      settle();
      send("RELEASE SAVEPOINT attempt");
      return Optional.empty();
    } catch (RuntimeException e) {
      if (Failures.isUnavailable(e) || Failures.isConflict(e)) {
        throw e;
      }
      sent.clear();
      failed = false;
      afterCommit.subList(actions, afterCommit.size()).clear();
      beforeCommit.backTo(left);
      // Nothing may go before it: in a transaction that failed every other statement fails, too.
      sent.add(connection.query("ROLLBACK TO SAVEPOINT attempt").execute());
      limit.forgotten();
      send("RELEASE SAVEPOINT attempt");
      return Optional.of(e);
    }
  }

  /** Defers an item to just before the commit, where the work runs once for all its items. */
  public <T> void beforeCommit(BiConsumer<Tx, List<T>> work, T item) {
    beforeCommit.add(work, item);
  }

  /** Registers an action for after the commit; its failure does not affect the commit. */
  public void afterCommit(Runnable action) {
    afterCommit.add(action);
  }

  List<Runnable> afterCommit() {
    return afterCommit;
  }

  private <T> T await(Future<T> answer) {
    try {
      return deadline.await(answer);
    } catch (RuntimeException e) {
      failed = true;
      throw first(e);
    }
  }

  /** Returns the first failure: after it, all other statements fail, too. */
  private RuntimeException first(RuntimeException e) {
    return sent.stream()
        .filter(Future::failed)
        .findFirst()
        .map(statement -> Deadline.unchecked(statement.cause()))
        .orElse(e);
  }

  private Future<RowSet<io.vertx.sqlclient.Row>> execute(
      String sql, @Nullable Object... parameters) {
    limit.next(deadline.left()).ifPresent(this::limit);
    return parameters.length == 0
        ? connection.preparedQuery(sql).execute()
        : connection.preparedQuery(sql).execute(Parameters.of(parameters));
  }

  private static List<Row> rows(RowSet<io.vertx.sqlclient.Row> set) {
    List<Row> rows = new ArrayList<>(set.size());
    set.forEach(row -> rows.add(Row.newInstance(row)));
    return rows;
  }
}
