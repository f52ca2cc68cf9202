package io.watchbill.kit.database;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.mutiny.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Reads claimed rows one by one: a row that cannot be read is put aside, logged and counted, and
 * does not block the others.
 */
public final class ClaimedRows {
  private static final Logger LOG = Logger.getLogger(ClaimedRows.class);

  private final String kind;
  private final Counter unreadable;

  private ClaimedRows(String kind, Counter unreadable) {
    this.kind = kind;
    this.unreadable = unreadable;
  }

  /**
   * Makes a reader.
   *
   * @param kind of the rows, a label of the metric: {@code delivery}
   */
  public static ClaimedRows of(MeterRegistry metrics, String kind) {
    return new ClaimedRows(
        kind,
        Counter.builder("watchbill.rows.unreadable")
            .description("Claimed rows that could not be read and were put aside")
            .tag("kind", kind)
            .register(metrics));
  }

  /**
   * Returns the rows that could be read, in their order.
   *
   * @param aside puts a row off, in the claim's transaction, so that those behind it do not wait
   */
  public <T> List<T> read(
      List<Row> rows, Function<Row, T> reader, BiConsumer<Row, RuntimeException> aside) {
    List<T> readable = new ArrayList<>(rows.size());
    for (Row row : rows) {
      try {
        readable.add(reader.apply(row));
      } catch (RuntimeException e) {
        unreadable(e);
        aside.accept(row, e);
      }
    }
    return readable;
  }

  /**
   * As {@link #read(List, Function)}, for a reader that asks the database: what one that fails did
   * is undone.
   */
  public <T> List<T> read(Tx tx, List<Row> rows, Function<Row, T> reader) {
    List<T> readable = new ArrayList<>(rows.size());
    for (Row row : rows) {
      tx.attempt(() -> readable.add(reader.apply(row))).ifPresent(this::unreadable);
    }
    return readable;
  }

  private void unreadable(RuntimeException e) {
    unreadable.increment();
    LOG.errorf(e, "a claimed row (%s) cannot be read and is put aside", kind);
  }

  /** As {@link #read(List, Function, BiConsumer)}, where the claim itself puts rows off. */
  public <T> List<T> read(List<Row> rows, Function<Row, T> reader) {
    return read(rows, reader, (row, e) -> {});
  }
}
