package io.watchbill.bench.measure;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The stored rows of one closed incident, as SQL that writes them again for any number of others:
 * its ids and instants are theirs, its texts stay as they are.
 */
final class Template {
  private static final int FINGERPRINTS = 10_000;

  private final Connection owner;
  private final UUID incident;
  private final String opened;
  private final Map<String, Integer> ids = new HashMap<>();

  /**
   * @param incident closed, and not open again while this is used
   */
  Template(Connection owner, UUID incident) {
    this.owner = owner;
    this.incident = incident;
    this.opened =
        Sql.text(
            owner,
            "SELECT created_at FROM incident.incident_history WHERE id = '" + incident + "'");
    ids.put(incident.toString(), 0);
  }

  private record Column(String name, String type) {}

  /**
   * Writes the rows of so many incidents into a partition, each incident's together.
   *
   * @param from the number of the first incident
   * @param since when it is opened, a literal of SQL
   * @param micros so much later each other one is opened
   * @return nothing where the services left no row of it
   */
  java.util.Optional<String> insert(
      Months table, String part, long from, long count, String since, long micros) {
    List<Column> columns = columns(table);
    List<String> rows = rows(table, columns);
    if (rows.isEmpty() || count == 0) {
      return java.util.Optional.empty();
    }
    return java.util.Optional.of(
        """
        INSERT INTO %s (%s)
        SELECT v.*
          FROM (SELECT n, at, lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') AS head,
                       '8000' || lpad(to_hex(n), 12, '0') AS tail
                  FROM (SELECT n, %s + (n - %d) * interval '%d microseconds' AS at
                          FROM generate_series(%d::bigint, %d::bigint) n OFFSET 0) t OFFSET 0) c
         CROSS JOIN LATERAL (VALUES %s) v
        """
            .formatted(
                part,
                columns.stream().map(Column::name).collect(Collectors.joining(", ")),
                since,
                from,
                micros,
                from,
                from + count - 1,
                String.join(",\n", rows)));
  }

  /** How many rows of a table belong to the incident. */
  int count(Months table) {
    return rows(table, columns(table)).size();
  }

  private List<Column> columns(Months table) {
    String sql =
        """
        SELECT quote_ident(attname), format_type(atttypid, atttypmod) FROM pg_attribute
         WHERE attrelid = '%s'::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
         ORDER BY attnum
        """
            .formatted(table.name());
    return Sql.rows(owner, sql, 2).stream().map(row -> new Column(row[0], row[1])).toList();
  }

  /** The row constructors; where its rows have not left for history yet they stand in open work. */
  private List<String> rows(Months table, List<Column> columns) {
    String values = columns.stream().map(this::literal).collect(Collectors.joining(", "));
    List<String> found = new ArrayList<>();
    for (String source : List.of(table.name(), table.name().replace(".past_", "."))) {
      String sql =
          "SELECT %s FROM %s WHERE %s = '%s'".formatted(values, source, table.key(), incident);
      if (found.isEmpty()) {
        for (String[] row : Sql.rows(owner, sql, columns.size())) {
          found.add(row(columns, row));
        }
      }
    }
    return found;
  }

  private String literal(Column column) {
    return switch (column.type()) {
      case "uuid" -> column.name() + "::text";
      case "timestamp with time zone" ->
          "((extract(epoch FROM %s) - extract(epoch FROM '%s'::timestamptz)) * 1000000)::bigint"
              .formatted(column.name(), opened);
      default -> "quote_literal(" + column.name() + "::text)";
    };
  }

  private String row(List<Column> columns, String[] values) {
    List<String> expressions = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      expressions.add(expression(columns.get(i), values[i]));
    }
    return "(" + String.join(", ", expressions) + ")";
  }

  private String expression(Column column, @Nullable String value) {
    if (value == null) {
      return "NULL::" + column.type();
    }
    if (column.type().equals("uuid")) {
      int id = ids.computeIfAbsent(value, unknown -> ids.size());
      return "(c.head || '7%03x' || c.tail)::uuid".formatted(id);
    }
    if (column.type().equals("timestamp with time zone")) {
      return "c.at + interval '%s microseconds'".formatted(value);
    }
    return switch (column.name()) {
      case "number" -> column.type().equals("bigint") ? "c.n" : value + "::" + column.type();
      case "fingerprint" -> "lpad(to_hex(c.n % " + FINGERPRINTS + "), 16, '0')";
      default -> value + "::" + column.type();
    };
  }
}
