package io.watchbill.bench.measure;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Statements beside the services; what goes wrong ends the run. */
final class Sql {
  private Sql() {}

  static void run(Connection owner, String sql) {
    try (Statement statement = owner.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** The texts of so many columns of each row of the last statement. */
  static List<String[]> rows(Connection owner, String sql, int columns) {
    try (Statement statement = owner.createStatement()) {
      boolean answer = statement.execute(sql);
      while (!answer) {
        answer = statement.getMoreResults();
      }
      List<String[]> found = new ArrayList<>();
      try (ResultSet row = statement.getResultSet()) {
        while (row.next()) {
          String[] values = new String[columns];
          for (int i = 0; i < columns; i++) {
            values[i] = row.getString(i + 1);
          }
          found.add(values);
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  static String text(Connection owner, String sql) {
    return rows(owner, sql, 1).getFirst()[0];
  }

  static long number(Connection owner, String sql) {
    return Long.parseLong(text(owner, sql));
  }
}
