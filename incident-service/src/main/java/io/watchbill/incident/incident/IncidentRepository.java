package io.watchbill.incident.incident;

import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.incident.lifecycle.IncidentKey;
import io.watchbill.incident.lifecycle.Lifecycle;
import io.watchbill.incident.visibility.VisibleIncidents;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.database.Where;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Stores incidents: open ones in the table {@code incident}, resolved ones in {@code
 * incident_history}. A row moves with its state, in the transaction of the change.
 */
@ApplicationScoped
public class IncidentRepository {
  private static final String OPEN = "incident";
  private static final String CLOSED = "incident_history";
  private static final String ANY = "any_incident";
  private static final int CHANGING = IncidentColumns.count();
  private static final int ALL = IncidentColumns.FIXED.split(",").length + CHANGING;

  private static final String INSERT =
      """
      INSERT INTO incident (id, title, integration, created_at, %s)
      VALUES (%s)
      RETURNING number
      """
          .formatted(IncidentColumns.changing(), places(1, ALL - 1));

  private static final String UPDATE =
      """
      UPDATE {table} SET (%s) = ROW(%s) WHERE id = $1
      """
          .formatted(IncidentColumns.changing(), places(2, CHANGING));

  private static final String MOVE =
      """
      INSERT INTO {table} (%s)
      VALUES (%s)
      """
          .formatted(IncidentColumns.all(), places(1, ALL));

  private static final String ENTRIES =
      """
      UPDATE {table} i SET entries = n.entries
        FROM unnest($1::uuid[], $2::bigint[]) AS n (id, entries)
       WHERE i.id = n.id
      """;

  private static final String SELECT =
      """
      SELECT %s
        FROM {table} i
      """
          .formatted(IncidentColumns.all());

  private static final String FIND = SELECT + "WHERE id = $1";
  private static final String FIND_ALL = SELECT + "WHERE id = ANY($1)";
  private static final String FIND_BY_NUMBER = SELECT + "WHERE number = $1";
  private static final String LOCK = SELECT + "WHERE id = ANY($1) ORDER BY id FOR UPDATE";

  private static final String LOCK_ACKNOWLEDGED =
      SELECT
          + """
          WHERE state = 'acknowledged' AND id > $1
          ORDER BY id LIMIT $2
          FOR UPDATE
          """;

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

  /**
   * Stores a new incident and assigns its number.
   *
   * @param entries how many entries its timeline begins with
   */
  Incident insert(Tx tx, UUID id, NewIncident opened, Lifecycle lifecycle, int entries) {
    Incident incident =
        new Incident(
            id,
            0,
            opened.title(),
            opened.team(),
            opened.policy(),
            opened.integration(),
            tx.now(),
            1,
            entries,
            false,
            lifecycle);
    List<Object> values = new ArrayList<>();
    values.add(id);
    values.add(incident.title());
    values.add(incident.integration().orElse(null));
    values.add(incident.createdAt());
    values.addAll(IncidentColumns.values(incident));
    long number = tx.query(INSERT, values.toArray()).getFirst().getLong("number");
    return new Incident(
        id,
        number,
        incident.title(),
        incident.team(),
        incident.policy(),
        incident.integration(),
        incident.createdAt(),
        incident.version(),
        incident.entries(),
        incident.legalHold(),
        lifecycle);
  }

  /** Stores what became of an incident that this transaction has locked. */
  void update(Tx tx, Incident before, Incident after) {
    String from = before.isOpen() ? OPEN : CLOSED;
    String to = after.isOpen() ? OPEN : CLOSED;
    List<Object> values = new ArrayList<>();
    values.add(after.id());
    if (from.equals(to)) {
      values.addAll(IncidentColumns.values(after));
      tx.send(in(to, UPDATE), values.toArray());
      return;
    }
    tx.send(in(from, "DELETE FROM {table} WHERE id = $1"), after.id());
    values.add(after.number());
    values.add(after.title());
    values.add(after.integration().orElse(null));
    values.add(after.createdAt());
    values.addAll(IncidentColumns.values(after));
    tx.send(in(to, MOVE), values.toArray());
  }

  private static String in(String table, String sql) {
    return sql.replace("{table}", table);
  }

  /**
   * Stores how many entries the timelines of incidents have that this transaction has locked.
   *
   * @param entries by incident
   */
  public void entries(Tx tx, Map<UUID, Long> entries) {
    UUID[] ids = entries.keySet().toArray(UUID[]::new);
    Long[] counts = entries.values().toArray(Long[]::new);
    for (String table : List.of(OPEN, CLOSED)) {
      tx.send(in(table, ENTRIES), ids, counts);
    }
  }

  public Optional<Incident> find(Tx tx, UUID id) {
    return tx.one(in(ANY, FIND), id).map(IncidentRows::incident);
  }

  /** Returns the incidents of these ids that exist. */
  public List<Incident> findAll(Tx tx, Collection<UUID> ids) {
    return tx.query(in(ANY, FIND_ALL), (Object) ids.toArray(UUID[]::new)).stream()
        .map(IncidentRows::incident)
        .toList();
  }

  Optional<Incident> find(Tx tx, IncidentKey key) {
    return key.id().isPresent()
        ? find(tx, key.id().get())
        : tx.one(in(ANY, FIND_BY_NUMBER), key.number()).map(IncidentRows::incident);
  }

  /** Locks the incident until the end of the transaction. */
  public Optional<Incident> lock(Tx tx, UUID id) {
    return lockAll(tx, List.of(id)).stream().findFirst();
  }

  /**
   * Locks the incidents of these ids that exist, in each table in the order of their ids. One that
   * moves while it is waited for is then in the other table, or back again.
   */
  public List<Incident> lockAll(Tx tx, Collection<UUID> ids) {
    List<Incident> locked = new ArrayList<>();
    Set<UUID> missing = new HashSet<>(ids);
    for (String table : List.of(OPEN, CLOSED, OPEN, CLOSED)) {
      if (!missing.isEmpty()) {
        List<Incident> found = lock(tx, table, missing);
        locked.addAll(found);
        found.forEach(incident -> missing.remove(incident.id()));
      }
    }
    return locked;
  }

  private static List<Incident> lock(Tx tx, String table, Set<UUID> ids) {
    return tx.query(in(table, LOCK), (Object) ids.toArray(UUID[]::new)).stream()
        .map(IncidentRows::incident)
        .toList();
  }

  /** Locks acknowledged incidents after an id, in the order of their ids. */
  List<Incident> lockAcknowledged(Tx tx, UUID after, int limit) {
    return tx.query(in(OPEN, LOCK_ACKNOWLEDGED), after, (long) limit).stream()
        .map(IncidentRows::incident)
        .toList();
  }

  /** Returns one slice of the visible incidents that pass a filter. */
  List<Incident> list(
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
        in(table(filter), SELECT) + where.sql() + " ORDER BY " + order.columns() + " LIMIT " + last;
    return tx.query(sql, where.values()).stream().map(IncidentRows::incident).toList();
  }

  private static String table(IncidentFilter filter) {
    return filter.open().map(open -> open ? OPEN : CLOSED).orElse(ANY);
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

  private static Where open(VisibleIncidents visible) {
    Where where = new Where().and("state <> 'resolved'");
    visible.restrict(where);
    return where;
  }

  private static String places(int first, int count) {
    return IntStream.range(first, first + count)
        .mapToObj(place -> "$" + place)
        .collect(Collectors.joining(", "));
  }
}
