package io.watchbill.testkit;

import io.watchbill.kit.database.Tx;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Counts the pages of tables and indexes that a statement reads: the same on every machine. */
public final class PagesRead {
  private static final Pattern BUFFERS =
      Pattern.compile("Buffers: shared hit=(\\d+)(?: read=(\\d+))?");

  private PagesRead() {}

  /** Runs a statement and counts. */
  public static long by(Tx tx, String sql, Object... parameters) {
    String plan =
        tx.query("EXPLAIN (ANALYZE, BUFFERS) " + sql, parameters).stream()
            .map(row -> row.getString(0))
            .collect(Collectors.joining("\n"));
    Matcher read = BUFFERS.matcher(plan);
    if (!read.find()) {
      throw new AssertionError(plan);
    }
    return Long.parseLong(read.group(1))
        + (read.group(2) == null ? 0 : Long.parseLong(read.group(2)));
  }
}
