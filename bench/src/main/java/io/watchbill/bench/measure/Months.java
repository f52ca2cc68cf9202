package io.watchbill.bench.measure;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The months of history of one table, in several variants: a partition of each, made and filled
 * beside the table, of which one at a time belongs to it. So the same services see now a database
 * without history, now one with millions of closed incidents, within seconds.
 *
 * @param key the column of the incident
 * @param last the month in which the bench runs
 */
record Months(String schema, String table, String key, YearMonth first, YearMonth last) {

  /** All tables of history of both services that belong to an incident. */
  static List<Months> all(Connection owner, YearMonth first, YearMonth last) {
    List<Months> found = new ArrayList<>();
    for (String schema : List.of("incident", "escalation")) {
      String sql =
          "SET search_path = " + schema + "; SELECT name, key FROM history_tables() ORDER BY name";
      for (String[] row : Sql.rows(owner, sql, 2)) {
        found.add(new Months(schema, row[0], row[1], first, last));
      }
    }
    return found;
  }

  /** The month of an instant in the zone in which months begin. */
  static YearMonth of(ZonedDateTime at) {
    return YearMonth.from(at.withZoneSameInstant(ZoneOffset.UTC));
  }

  Stream<YearMonth> months() {
    return Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1));
  }

  String name() {
    return schema + "." + table;
  }

  /** The partition of a month in a variant. */
  String part(YearMonth month, String variant) {
    return name() + "_" + String.valueOf(month).replace('-', '_') + "_" + variant;
  }

  /** The partitions of the migration: the current month, and one for all that is older. */
  private String made() {
    return name() + "_" + String.valueOf(last).replace('-', '_');
  }

  /** Takes away what the migration made of these months; done once, before the first variant. */
  void clear(Connection owner) {
    Sql.run(owner, "ALTER TABLE %s DETACH PARTITION %s".formatted(name(), made()));
    Sql.run(owner, "ALTER TABLE %s DETACH PARTITION %s_kept".formatted(name(), name()));
    Sql.run(
        owner,
        "ALTER TABLE %s ATTACH PARTITION %s_kept FOR VALUES FROM (MINVALUE) TO (%s)"
            .formatted(name(), name(), bound(first)));
  }

  /** A partition without indexes, to be filled. */
  void create(Connection owner, YearMonth month, String variant) {
    // What a crash would take from months that are only read here need not be written twice.
    String kind = month.equals(last) ? "TABLE" : "UNLOGGED TABLE";
    Sql.run(
        owner,
        """
        CREATE %s %s (LIKE %s INCLUDING DEFAULTS INCLUDING CONSTRAINTS,
          CHECK (%s IS NOT NULL AND %s >= %s AND %s < %s))
        """
            .formatted(
                kind,
                part(month, variant),
                name(),
                key,
                key,
                bound(month),
                key,
                bound(month.plusMonths(1))));
    if (month.equals(last)) {
      Sql.run(owner, "INSERT INTO %s SELECT * FROM %s".formatted(part(month, variant), made()));
    }
  }

  /** The indexes of the table on a partition that is filled, and what the planner wants to know. */
  void index(Connection owner, YearMonth month, String variant) {
    String part = part(month, variant);
    String sql =
        """
        SELECT pg_get_constraintdef(c.oid) FROM pg_constraint c
         WHERE c.conrelid = '%s'::regclass AND c.contype IN ('p', 'u')
        """
            .formatted(name());
    for (String[] row : Sql.rows(owner, sql, 1)) {
      Sql.run(owner, "ALTER TABLE %s ADD %s".formatted(part, row[0]));
    }
    String others =
        """
        SELECT regexp_replace(pg_get_indexdef(i.indexrelid), ' INDEX .* USING ', ' INDEX ON %s USING ')
          FROM pg_index i
         WHERE i.indrelid = '%s'::regclass
           AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid)
        """
            .formatted(part, name());
    for (String[] row : Sql.rows(owner, others, 1)) {
      Sql.run(owner, row[0]);
    }
    Sql.run(owner, "VACUUM (ANALYZE) " + part);
  }

  void detach(Statement statement, String variant) throws SQLException {
    for (YearMonth month : months().toList()) {
      statement.execute(
          "ALTER TABLE %s DETACH PARTITION %s".formatted(name(), part(month, variant)));
    }
  }

  void attach(Statement statement, String variant) throws SQLException {
    for (YearMonth month : months().toList()) {
      statement.execute(
          "ALTER TABLE %s ATTACH PARTITION %s FOR VALUES FROM (%s) TO (%s)"
              .formatted(name(), part(month, variant), bound(month), bound(month.plusMonths(1))));
    }
  }

  /** The smallest id of a month, as a literal. */
  private static String bound(YearMonth month) {
    long millis = month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    String hex = "%012x".formatted(millis);
    return "'%s-%s-0000-0000-000000000000'".formatted(hex.substring(0, 8), hex.substring(8));
  }

  /** How many bytes a variant takes, with its indexes. */
  long bytes(Connection owner, String variant) {
    return months()
        .mapToLong(
            month ->
                Sql.number(owner, "SELECT pg_total_relation_size('" + part(month, variant) + "')"))
        .sum();
  }
}
