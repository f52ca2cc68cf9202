package io.watchbill.kit.database;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads columns that the driver has no method of the right type for. */
public final class Rows {
  private Rows() {}

  /** A {@code timestamptz} of a column, or an expression, that is never null. */
  public static Instant instant(Row row, String column) {
    return Objects.requireNonNull(instantOrNull(row, column), column);
  }

  /** A {@code timestamptz}, or null. */
  public static @Nullable Instant instantOrNull(Row row, String column) {
    OffsetDateTime value = row.getOffsetDateTime(column);
    return value == null ? null : value.toInstant();
  }

  /** A {@code text[]}; empty when the column is null. */
  public static List<String> strings(Row row, String column) {
    String[] values = row.getArrayOfStrings(column);
    return values == null ? List.of() : List.of(values);
  }
}
