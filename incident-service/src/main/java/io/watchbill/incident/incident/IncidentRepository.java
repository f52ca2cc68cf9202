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
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The table {@code incident}. */
@ApplicationScoped
public class IncidentRepository {
  private static final String INSERT =
      "INSERT INTO incident (id, title, integration, created_at, "
          + CHANGING
          + ") VALUES ("
          + places(1, 4 + CHANGING.split(",").length)
          + ") RETURNING number";
  private static final String UPDATE =
      "UPDATE incident SET ("
          + CHANGING
          + ") = ROW("
          + places(2, CHANGING.split(",").length)
          + ") WHERE id = $1";

  /** By an index alone; what differs in one id or version differs in the digest. */
  private static final String DIGESTS =
      """
      SELECT (array_agg(id ORDER BY id DESC))[1] AS through, count(*) AS count,
             bit_xor(uuid_hash_extended(id, version))::text AS digest
        FROM (SELECT id, version, (row_number() OVER (ORDER BY id) - 1) / $2 AS range
                FROM incident WHERE state <> 'resolved' AND id > $1 ORDER BY id LIMIT $3) AS open
       GROUP BY range ORDER BY range
      """;

  /** Stores a new incident and gives it its number. */
  Incident insert(Tx tx, UUID id, NewIncident opened, Lifecycle lifecycle) {
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
        lifecycle);
  }

  void update(Tx tx, Incident incident) {
    List<Object> values = new ArrayList<>();
    values.add(incident.id());
    values.addAll(IncidentRows.changing(incident));
    tx.send(UPDATE, values.toArray());
  }

  public Optional<Incident> find(Tx tx, UUID id) {
    return tx.one("SELECT " + COLUMNS + " FROM incident WHERE id = $1", id)
        .map(IncidentRows::incident);
  }

  /** The incidents of these ids that exist. */
  public List<Incident> findAll(Tx tx, Collection<UUID> ids) {
    return tx
        .query(
            "SELECT " + COLUMNS + " FROM incident WHERE id = ANY($1)",
            (Object) ids.toArray(UUID[]::new))
        .stream()
        .map(IncidentRows::incident)
        .toList();
  }

  /** Which of these ids are those of incidents. */
  public Set<UUID> known(Tx tx, Collection<UUID> ids) {
    return tx
        .query("SELECT id FROM incident WHERE id = ANY($1)", (Object) ids.toArray(UUID[]::new))
        .stream()
        .map(row -> row.getUUID("id"))
        .collect(Collectors.toSet());
  }

  Optional<Incident> find(Tx tx, IncidentKey key) {
    return key.id().isPresent()
        ? find(tx, key.id().get())
        : tx.one("SELECT " + COLUMNS + " FROM incident WHERE number = $1", key.number())
            .map(IncidentRows::incident);
  }

  /** The incident, kept from others until the end of the transaction. */
  public Optional<Incident> lock(Tx tx, UUID id) {
    return tx.one("SELECT " + COLUMNS + " FROM incident WHERE id = $1 FOR UPDATE", id)
        .map(IncidentRows::incident);
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
            + " FROM incident"
            + where.sql()
            + " ORDER BY "
            + order.columns()
            + " LIMIT "
            + last;
    return tx.query(sql, where.values()).stream().map(IncidentRows::incident).toList();
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
