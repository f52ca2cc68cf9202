package io.watchbill.incident.incident;

import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.incident.lifecycle.Severity;
import io.watchbill.incident.visibility.VisibleIncidents;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.database.Where;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Lists and counts incidents that are visible. */
@ApplicationScoped
public class IncidentLists {
  private static final String OPEN_VERSIONS =
      """
      SELECT id, version
        FROM incident i%s
       ORDER BY id LIMIT %s
      """;

  private static final String COUNT_OPEN =
      """
      SELECT state, severity, count(*) AS count
        FROM incident i%s
       GROUP BY state, severity
      """;

  /** Answered from an index alone; a difference in an id or version changes the digest. */
  private static final String DIGESTS =
      """
      SELECT (array_agg(id ORDER BY id DESC))[1] AS through, count(*) AS count,
             bit_xor(uuid_hash_extended(id, version))::text AS digest
        FROM (SELECT id, version, (row_number() OVER (ORDER BY id) - 1) / %s AS range
                FROM incident i%s ORDER BY id LIMIT %s) AS open
       GROUP BY range ORDER BY range
      """;

  /** No index finds words: so many are looked at. */
  private static final int NEWEST = 10_000;

  private static final String WITH_WORDS =
      IncidentTables.ANY.in(IncidentRepository.SELECT)
          + """
          WHERE i.id IN (SELECT newest.id
                           FROM (SELECT i.id, i.title FROM any_incident i%s
                                  ORDER BY i.id DESC LIMIT %s) newest
                          WHERE %s
                          ORDER BY newest.id DESC LIMIT %s)
          ORDER BY i.id DESC
          """;

  /** Returns those of the newest 10,000 visible incidents whose titles have all the words. */
  public List<Incident> search(Tx tx, VisibleIncidents visible, List<String> words, int limit) {
    Where where = new Where();
    visible.restrict(where);
    String condition = where.sql();
    String newest = where.place((long) NEWEST);
    String all =
        words.stream()
            .map(word -> "strpos(lower(newest.title), lower(" + where.place(word) + ")) > 0")
            .collect(Collectors.joining(" AND "));
    String most = where.place((long) limit);
    String sql = WITH_WORDS.formatted(condition, newest, all, most);
    return tx.query(sql, where.values()).stream().map(IncidentRows::incident).toList();
  }

  /** Returns one slice of the visible incidents that pass a filter. */
  public List<Incident> list(
      Tx tx,
      VisibleIncidents visible,
      IncidentFilter filter,
      IncidentOrder order,
      Optional<String> after,
      int limit) {
    Where where = filter.where();
    visible.restrict(where);
    after.ifPresent(key -> order.after(where, key));
    String last = where.place((long) limit);
    String sql =
        table(filter).in(IncidentRepository.SELECT)
            + where.sql()
            + " ORDER BY "
            + order.columns()
            + " LIMIT "
            + last;
    return tx.query(sql, where.values()).stream().map(IncidentRows::incident).toList();
  }

  private static IncidentTables table(IncidentFilter filter) {
    return filter
        .open()
        .map(open -> open ? IncidentTables.OPEN : IncidentTables.CLOSED)
        .orElse(IncidentTables.ANY);
  }

  /** Returns ids and versions of the visible open incidents in a range of ids, ordered by id. */
  public List<Row> openVersions(
      Tx tx, VisibleIncidents visible, UUID after, UUID through, int limit) {
    Where where = open(visible).and("id > ?", after).and("id <= ?", through);
    String most = where.place((long) limit);
    return tx.query(OPEN_VERSIONS.formatted(where.sql(), most), where.values());
  }

  /** Returns digests of the visible open incidents after an id, each of a range of so many ids. */
  public List<Row> openDigests(Tx tx, VisibleIncidents visible, UUID after, int each, int limit) {
    Where where = open(visible).and("id > ?", after);
    String range = where.place((long) each);
    String most = where.place((long) each * limit);
    return tx.query(DIGESTS.formatted(range, where.sql(), most), where.values());
  }

  /** Counts the visible open incidents by state and severity. */
  List<Row> countOpen(Tx tx, VisibleIncidents visible) {
    Where where = open(visible);
    return tx.query(COUNT_OPEN.formatted(where.sql()), where.values());
  }

  /** Counts the visible open incidents by severity; a severity without any is left out. */
  public Map<Severity, Long> openBySeverity(Tx tx, VisibleIncidents visible) {
    Map<Severity, Long> counts = new EnumMap<>(Severity.class);
    for (Row row : countOpen(tx, visible)) {
      Severity severity = Severity.valueOf(row.getString("severity"));
      counts.merge(severity, row.getLong("count"), Long::sum);
    }
    return counts;
  }

  private static Where open(VisibleIncidents visible) {
    Where where = new Where().and("state <> 'resolved'");
    visible.restrict(where);
    return where;
  }
}
