package io.watchbill.kit.database;

import io.vertx.core.Future;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import io.watchbill.kit.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * One unit of work on one connection, used strictly in sequence by one thread that may block.
 *
 * <p>Parameters are positional ({@code $1}, {@code $2}, …). Instants and arrays of instants become
 * {@code timestamptz}; JSON is passed as text and written {@code $1::text::jsonb}.
 */
public final class Tx {
  /**
   * To be sent before a statement of a loop whose plan does not depend on its parameters: the rest
   * of the transaction takes the plan that the session keeps. Planning may cost more than running.
   */
  public static final String PLANNED_ONCE = "SET LOCAL plan_cache_mode = force_generic_plan";

  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");
  private static final String NOW = "SELECT now() AS now";

  private final SqlConnection connection;
  private final Duration shift;
  private final Deadline deadline;
  private final List<Future<?>> sent = new ArrayList<>();
  private final BeforeCommit beforeCommit = new BeforeCommit();
  private final List<Runnable> afterCommit = new ArrayList<>();
  private Future<RowSet<io.vertx.sqlclient.Row>> asked;
  private Instant now;
  private boolean begun;
  private boolean failed;

  Tx(SqlConnection connection, Duration shift, Deadline deadline) {
    this.connection = connection;
    this.shift = shift;
    this.deadline = deadline;
  }

  /**
   * The instant of this unit of work by the database's clock, in microseconds; the same at every
   * call. Replicas whose own clocks differ agree on it.
   */
  public Instant now() {
    if (now == null) {
      askForNow();
      Instant ofDatabase = Rows.instant(rows(await(asked)).getFirst(), "now");
      now = ofDatabase.plus(shift).truncatedTo(ChronoUnit.MICROS);
    }
    return now;
  }

  /** Asks for the instant along with the next statement: what needs both waits once, not twice. */
  public void askForNow() {
    if (asked == null) {
      asked = execute(NOW);
    }
  }

  /**
   * Begins a transaction; that and the question for the instant, which nearly all units need, share
   * their way with the first statement. The driver's own transactions are not used: they take every
   * failed statement for the end of the whole, and know no savepoint.
   *
   * @param statementTimeout how long the server may work on one statement; empty when the session's
   *     own limit is right
   */
  void begin(Optional<Duration> statementTimeout) {
    begun = true;
    String limit =
        statementTimeout
            .map(time -> "; SET LOCAL statement_timeout = " + Math.max(1, time.toMillis()))
            .orElse("");
    sent.add(connection.query("BEGIN" + limit).execute());
    askForNow();
  }

  /**
   * Commits when all that was sent has succeeded: a commit on its way behind a statement that waits
   * would take place even after its caller was told that nothing is stored.
   */
  void commit() {
    beforeCommit.run(this);
    settle();
    if (failed) {
      throw new IllegalStateException("a statement had failed, nothing is committed");
    }
    await(connection.query("COMMIT").execute());
  }

  Future<?> rollback() {
    return begun ? connection.query("ROLLBACK").execute() : Future.succeededFuture();
  }

  /** Runs a statement and returns its rows. */
  public List<Row> query(String sql, Object... parameters) {
    return rows(await(execute(sql, parameters)));
  }

  /**
   * Sends a statement whose rows are wanted a little later: others may be on their way meanwhile.
   *
   * @return waits for the rows
   */
  public Supplier<List<Row>> ask(String sql, Object... parameters) {
    Future<RowSet<io.vertx.sqlclient.Row>> answer = execute(sql, parameters);
    return () -> rows(await(answer));
  }

  /** Runs a statement that returns one row or none. */
  public Optional<Row> one(String sql, Object... parameters) {
    List<Row> rows = query(sql, parameters);
    if (rows.size() > 1) {
      throw new IllegalStateException("at most one row expected, got " + rows.size());
    }
    return rows.stream().findFirst();
  }

  /** Runs a statement and returns how many rows it changed. */
  public int update(String sql, Object... parameters) {
    return await(execute(sql, parameters)).rowCount();
  }

  /**
   * Runs a statement of which nothing needs to be known but that it succeeds: nobody waits for its
   * answer before the next statement is sent. If it fails, so does whatever of this unit is waited
   * for next, the commit at the latest.
   */
  public void send(String sql, Object... parameters) {
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
   * Runs work that may fail without harm to the rest of the unit: then all that it did is undone.
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
      send("ROLLBACK TO SAVEPOINT attempt");
      send("RELEASE SAVEPOINT attempt");
      return Optional.of(e);
    }
  }

  /**
   * Leaves something to be done together with all that is left to the same work, once, in this
   * transaction just before its commit.
   */
  public <T> void beforeCommit(BiConsumer<Tx, List<T>> work, T item) {
    beforeCommit.add(work, item);
  }

  /** What to do once the commit has succeeded; failures there change nothing of the commit. */
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

  /** After one statement has failed all others do: the first says why. */
  private RuntimeException first(RuntimeException e) {
    return sent.stream()
        .filter(Future::failed)
        .findFirst()
        .map(statement -> Deadline.unchecked(statement.cause()))
        .orElse(e);
  }

  private Future<RowSet<io.vertx.sqlclient.Row>> execute(String sql, Object... parameters) {
    return parameters.length == 0
        ? connection.preparedQuery(sql).execute()
        : connection.preparedQuery(sql).execute(tuple(parameters));
  }

  private static List<Row> rows(RowSet<io.vertx.sqlclient.Row> set) {
    List<Row> rows = new ArrayList<>(set.size());
    set.forEach(row -> rows.add(Row.newInstance(row)));
    return rows;
  }

  private static Tuple tuple(Object[] parameters) {
    return Tuple.from(Arrays.stream(parameters).map(Tx::parameter).toArray());
  }

  private static Object parameter(Object value) {
    return switch (value) {
      case null -> null;
      case Instant instant -> storable(instant);
      case Instant[] instants ->
          Arrays.stream(instants)
              .map(i -> i == null ? null : storable(i))
              .toArray(OffsetDateTime[]::new);
      case String text when text.indexOf(0) >= 0 -> throw new UnstorableText();
      default -> value;
    };
  }

  private static OffsetDateTime storable(Instant instant) {
    if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
      throw Problem.invalid("", "An instant must lie in the years 1 to 9999.");
    }
    return instant.atOffset(ZoneOffset.UTC);
  }
}
