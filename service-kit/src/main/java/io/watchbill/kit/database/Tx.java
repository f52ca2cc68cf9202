package io.watchbill.kit.database;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
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

/**
 * One unit of work on one connection, used strictly in sequence by one thread that may block.
 *
 * <p>Parameters are positional ({@code $1}, {@code $2}, …). Instants and arrays of instants become
 * {@code timestamptz}; JSON is passed as text and written {@code $1::text::jsonb}.
 */
public final class Tx {
  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

  private final SqlConnection connection;
  private final Duration shift;
  private final long deadlineNanos;
  private final List<Runnable> afterCommit = new ArrayList<>();
  private Instant now;

  Tx(SqlConnection connection, Duration shift, Duration deadline) {
    this.connection = connection;
    this.shift = shift;
    this.deadlineNanos = System.nanoTime() + deadline.toNanos();
  }

  /**
   * The instant of this unit of work by the database's clock, in microseconds; the same at every
   * call. Replicas whose own clocks differ agree on it.
   */
  public Instant now() {
    if (now == null) {
      Instant ofDatabase = Rows.instant(query("SELECT now() AS now").getFirst(), "now");
      now = ofDatabase.plus(shift).truncatedTo(ChronoUnit.MICROS);
    }
    return now;
  }

  /** Runs a statement and returns its rows. */
  public List<Row> query(String sql, Object... parameters) {
    List<Row> rows = new ArrayList<>();
    execute(sql, parameters).forEach(rows::add);
    return rows;
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
    return execute(sql, parameters).rowCount();
  }

  /** What to do once the commit has succeeded; failures there change nothing of the commit. */
  public void afterCommit(Runnable action) {
    afterCommit.add(action);
  }

  List<Runnable> afterCommit() {
    return afterCommit;
  }

  <T> T await(Uni<T> uni) {
    long left = deadlineNanos - System.nanoTime();
    if (left <= 0) {
      throw new io.smallrye.mutiny.TimeoutException();
    }
    return uni.await().atMost(Duration.ofNanos(left));
  }

  private RowSet<Row> execute(String sql, Object[] parameters) {
    return await(
        parameters.length == 0
            ? connection.preparedQuery(sql).execute()
            : connection.preparedQuery(sql).execute(tuple(parameters)));
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
      case String text when text.indexOf(0) >= 0 ->
          throw Problem.invalid("", "A text has a NUL character; none is allowed.");
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
