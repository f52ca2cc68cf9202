package io.watchbill.incident.incident;

import static io.watchbill.incident.incident.IncidentRows.CHANGING;
import static io.watchbill.incident.incident.IncidentRows.COLUMNS;

import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.incident.lifecycle.IncidentKey;
import io.watchbill.incident.lifecycle.Lifecycle;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.database.Where;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
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
 * Incidents: those that are open in the table {@code incident}, the others in {@code
 * incident_history}. A row moves with its state, in the transaction of the change.
 */
@ApplicationScoped
public class IncidentRepository {
  private static final String OPEN = "incident";
  private static final String CLOSED = "incident_history";
  private static final String ANY = "any_incident";
  private static final String CHANGES = places(2, CHANGING.split(",").length);
  private static final String INSERT =
      "INSERT INTO incident (id, title, integration, created_at, "
          + CHANGING
          + ") VALUES ("
          + places(1, 4 + CHANGING.split(",").length)
          + ") RETURNING number";

  /** By an index alone; what differs in one id or version differs in the digest. */
  private static final String DIGESTS =
      """
      SELECT (array_agg(id ORDER BY id DESC))[1] AS through, count(*) AS count,
             bit_xor(uuid_hash_extended(id, version))::text AS digest
        FROM (SELECT id, version, (row_number() OVER (ORDER BY id) - 1) / $2 AS range
                FROM incident WHERE state <> 'resolved' AND id > $1 ORDER BY id LIMIT $3) AS open
       GROUP BY range ORDER BY range
      """;

  /**
   * Stores a new incident and gives it its number.
   *
   * @param entries how many its timeline begins with
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
    values.addAll(IncidentRows.changing(incident));
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
    values.addAll(IncidentRows.changing(after));
    if (from.equals(to)) {
      tx.send(
          "UPDATE " + to + " SET (" + CHANGING + ") = ROW(" + CHANGES + ") WHERE id = $1",
          values.toArray());
      return;
    }
    tx.send("DELETE FROM " + from + " WHERE id = $1", after.id());
    values.addAll(
        Arrays.asList(
            after.number(), after.title(), after.integration().orElse(null), after.createdAt()));
    tx.send(
        "INSERT INTO "
            + to
            + " (id, "
            + CHANGING
            + ", number, title, integration, created_at) VALUES ("
            + places(1, values.size())
            + ")",
        values.toArray());
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
      tx.send(
          "UPDATE "
              + table
              + " i SET entries = n.entries FROM unnest($1::uuid[], $2::bigint[]) AS n (id, entries)"
              + " WHERE i.id = n.id",
          ids,
          counts);
    }
  }

  public Optional<Incident> find(Tx tx, UUID id) {
    return tx.one("SELECT " + COLUMNS + " FROM any_incident WHERE id = $1", id)
        .map(IncidentRows::incident);
  }

  /** The incidents of these ids that exist. */
  public List<Incident> findAll(Tx tx, Collection<UUID> ids) {
    return tx
        .query(
            "SELECT " + COLUMNS + " FROM any_incident WHERE id = ANY($1)",
            (Object) ids.toArray(UUID[]::new))
        .stream()
        .map(IncidentRows::incident)
        .toList();
  }

  Optional<Incident> find(Tx tx, IncidentKey key) {
    return key.id().isPresent()
        ? find(tx, key.id().get())
        : tx.one("SELECT " + COLUMNS + " FROM any_incident WHERE number = $1", key.number())
            .map(IncidentRows::incident);
  }

  /** The incident, kept from others until the end of the transaction. */
  public Optional<Incident> lock(Tx tx, UUID id) {
    return lockAll(tx, List.of(id)).stream().findFirst();
  }

  /**
   * The incidents of these ids that exist, kept from others, each kind in the order of their ids.
   * One that moves while it is waited for is in the other table then, or back again.
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
    return tx
        .query(
            "SELECT " + COLUMNS + " FROM " + table + " WHERE id = ANY($1) ORDER BY id FOR UPDATE",
            (Object) ids.toArray(UUID[]::new))
        .stream()
        .map(IncidentRows::incident)
        .toList();
  }

  /** Acknowledged incidents behind an id, in the order of their ids, kept from others. */
  List<Incident> lockAcknowledged(Tx tx, UUID after, int limit) {
    return tx
        .query(
            "SELECT "
                + COLUMNS
                + " FROM incident WHERE state = 'acknowledged' AND id > $1"
                + " ORDER BY id LIMIT $2 FOR UPDATE",
            after,
            (long) limit)
        .stream()
        .map(IncidentRows::incident)
        .toList();
  }

  /** One page of the incidents that a filter lets through. */
  List<Incident> list(
      Tx tx, IncidentFilter filter, IncidentOrder order, Optional<String> after, int limit) {
    Where where = filter.where();
    after.ifPresent(key -> order.after(where, key));
    String last = where.place((long) limit);
    String sql =
        "SELECT "
            + COLUMNS
            + " FROM "
            + table(filter)
            + where.sql()
            + " ORDER BY "
            + order.columns()
            + " LIMIT "
            + last;
    return tx.query(sql, where.values()).stream().map(IncidentRows::incident).toList();
  }

  private static String table(IncidentFilter filter) {
    return filter.open().map(open -> open ? OPEN : CLOSED).orElse(ANY);
  }

  /** Ids and versions of open incidents of a range of ids, by id, for the reconcile. */
  public List<Row> openVersions(Tx tx, UUID after, UUID through, int limit) {
    return tx.query(
        "SELECT id, version FROM incident WHERE state <> 'resolved' AND id > $1 AND id <= $2 ORDER"
            + " BY id LIMIT $3",
        after,
        through,
        (long) limit);
  }

  /** Digests of the open incidents behind an id, each of a range of so many ids. */
  public List<Row> openDigests(Tx tx, UUID after, int each, int limit) {
    return tx.query(DIGESTS, after, (long) each, (long) each * limit);
  }

  /** How many are open, by state and severity. */
  List<Row> countOpen(Tx tx) {
    return tx.query(
        "SELECT state, severity, count(*) AS count FROM incident WHERE state <> 'resolved' GROUP BY"
            + " state, severity");
  }

  private static String places(int first, int count) {
    return IntStream.range(first, first + count)
        .mapToObj(place -> "$" + place)
        .collect(Collectors.joining(", "));
  }
}
