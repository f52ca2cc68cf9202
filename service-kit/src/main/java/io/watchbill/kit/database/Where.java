package io.watchbill.kit.database;

import java.util.ArrayList;
import java.util.List;

/**
 * The conditions of a list and their values, each value a parameter of the statement. Conditions
 * are texts of the program; what comes from outside is only ever a value.
 */
public final class Where {
  private final List<String> conditions = new ArrayList<>();
  private final List<Object> values = new ArrayList<>();

  /**
   * Adds a condition.
   *
   * @param condition SQL with a {@code ?} for each of the values, in their order
   */
  public Where and(String condition, Object... itsValues) {
    conditions.add(placed(condition, itsValues));
    return this;
  }

  /** Adds a value and returns its placeholder: {@code $3}. */
  public String place(Object value) {
    values.add(value);
    return "$" + values.size();
  }

  /** Returns {@code " WHERE a AND b"}, or nothing without conditions. */
  public String sql() {
    return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
  }

  /** Returns all values in the order of their placeholders. */
  public Object[] values() {
    return values.toArray();
  }

  private String placed(String condition, Object[] itsValues) {
    StringBuilder sql = new StringBuilder();
    int next = 0;
    for (char c : condition.toCharArray()) {
      if (c == '?') {
        sql.append(place(itsValues[next++]));
      } else {
        sql.append(c);
      }
    }
    if (next != itsValues.length) {
      throw new IllegalArgumentException(condition + " has " + itsValues.length + " values");
    }
    return sql.toString();
  }
}
