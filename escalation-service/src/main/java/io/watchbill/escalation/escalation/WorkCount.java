package io.watchbill.escalation.escalation;

import io.vertx.mutiny.sqlclient.Row;

/**
 * How much work there is.
 *
 * @param late the seconds since the first of what is due became so
 */
public record WorkCount(long due, long waiting, double late) {
  public static final WorkCount NONE = new WorkCount(0, 0, 0);

  /** Reads the columns {@code due}, {@code waiting} and {@code late}. */
  public static WorkCount of(Row row) {
    return new WorkCount(
        row.getLong("due"), row.getLong("waiting"), Math.max(0, row.getDouble("late")));
  }
}
