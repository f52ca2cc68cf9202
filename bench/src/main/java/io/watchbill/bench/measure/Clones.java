package io.watchbill.bench.measure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Multiplies one real incident by SQL: every row that the services have stored of it is written
 * again under other ids and at other instants, so that the copies are what the services would have
 * stored themselves.
 */
final class Clones {
  private static final String CLOSED = "incident.incident_history";
  private static final String CLOCKS_CLOSED = "incident_clock_history";
  private static final String OF_INCIDENT = "t.%s = '%s'::uuid";

  private final Connection owner;
  private final UUID original;
  private int made;

  Clones(Connection owner, UUID original) {
    this.owner = owner;
    this.original = original;
    execute(functions());
  }

  /** A table and which of its rows belong to the original. */
  private record Rows(String schema, String table, String where) {
    String name() {
      return schema + "." + table;
    }

    boolean isIncident() {
      return name().equals("incident.incident")
          || name().equals(CLOSED)
          || table.equals("incident_clock")
          || table.equals(CLOCKS_CLOSED);
    }
  }

  /**
   * Makes copies of which the first is so much younger than the original, and each other so much
   * younger than the one before. All in one transaction: a service that compares itself with
   * another meanwhile does not see half of them, and make the other half itself.
   */
  void make(int count, Duration younger, Duration spacing) {
    try {
      owner.setAutoCommit(false);
      for (Rows rows : rows()) {
        copy(rows, count, younger, spacing);
      }
      counted(count);
      owner.commit();
      owner.setAutoCommit(true);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Only the incidents with their clocks, and nothing of what was done about them. */
  void makeIncidents(int count, Duration younger, Duration spacing) {
    for (Rows rows : rows()) {
      if (rows.isIncident()) {
        copy(rows, count, younger, spacing);
      }
    }
    counted(count);
  }

  private void counted(int count) {
    made += count;
    execute(
        "SELECT setval('incident.incident_number', (SELECT max(number) FROM incident.any_incident))");
  }

  /** Does what a database in use has long done: statistics, and the visibility map. */
  void settle() {
    for (Rows rows : rows()) {
      execute("VACUUM ANALYZE " + rows.name());
    }
    execute("CHECKPOINT");
  }

  /** Counts its copies on from there, because another original has as many. */
  Clones after(int others) {
    made += others;
    return this;
  }

  /** When the original was triggered. */
  Instant triggered() {
    String sql = "SELECT triggered_at FROM incident.any_incident WHERE id = '" + original + "'";
    try (Statement statement = owner.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getTimestamp(1).toInstant();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<Rows> rows() {
    return List.of(
        new Rows("incident", "incident", OF_INCIDENT.formatted("id", original)),
        new Rows("incident", "incident_history", OF_INCIDENT.formatted("id", original)),
        new Rows("incident", "incident_clock", OF_INCIDENT.formatted("incident_id", original)),
        new Rows("incident", CLOCKS_CLOSED, OF_INCIDENT.formatted("incident_id", original)),
        new Rows("incident", "timeline_entry", OF_INCIDENT.formatted("incident_id", original)),
        new Rows("incident", "timer", "t.key = '" + original + "'"),
        new Rows("escalation", "incident_snapshot", OF_INCIDENT.formatted("incident", original)),
        new Rows("escalation", "escalation", OF_INCIDENT.formatted("incident", original)),
        new Rows("escalation", "step_outcome", OF_INCIDENT.formatted("incident", original)),
        new Rows("escalation", "page", OF_INCIDENT.formatted("incident", original)),
        new Rows("escalation", "delivery", OF_INCIDENT.formatted("incident", original)),
        new Rows("escalation", "delivery_attempt", OF_INCIDENT.formatted("incident", original)));
  }

  private void copy(Rows rows, int count, Duration younger, Duration spacing) {
    List<String> columns = new ArrayList<>();
    List<String> values = new ArrayList<>();
    String query =
        "SELECT column_name, data_type, is_identity, is_generated FROM"
            + " information_schema.columns WHERE table_schema = ? AND table_name = ?";
    try (PreparedStatement statement = owner.prepareStatement(query)) {
      statement.setString(1, rows.schema());
      statement.setString(2, rows.table());
      try (ResultSet column = statement.executeQuery()) {
        while (column.next()) {
          if (column.getString(3).equals("NO") && column.getString(4).equals("NEVER")) {
            columns.add(column.getString(1));
            values.add(value(rows, column.getString(1), column.getString(2)));
          }
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    execute(
        """
        INSERT INTO %s (%s)
        SELECT %s FROM %s t,
          (SELECT n, '%s microseconds'::interval + (n - %d) * '%s microseconds'::interval AS shift
             FROM generate_series(%d, %d) n) c
         WHERE %s
        """
            .formatted(
                rows.name(),
                String.join(", ", columns),
                String.join(", ", values),
                rows.name(),
                younger.toNanos() / 1_000,
                made + 1,
                spacing.toNanos() / 1_000,
                made + 1,
                made + count,
                rows.where()));
  }

  private static String value(Rows rows, String column, String type) {
    if (List.of("incident.incident", CLOSED).contains(rows.name()) && column.equals("number")) {
      return "t.number + c.n";
    }
    return switch (type) {
      case "uuid" -> "pg_temp.bench_clone(t." + column + ", c.n)";
      case "timestamp with time zone" -> "t." + column + " + c.shift";
      case "jsonb" -> "pg_temp.bench_moved(t." + column + "::text, c.n, c.shift)::jsonb";
      default ->
          column.equals("key")
              ? "pg_temp.bench_moved(t." + column + ", c.n, c.shift)"
              : "t." + column;
    };
  }

  private void execute(String sql) {
    try (Statement statement = owner.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private static String functions() {
    try (InputStream text = Clones.class.getResourceAsStream("clones.sql")) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
