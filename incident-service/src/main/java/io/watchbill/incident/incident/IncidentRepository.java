package io.watchbill.incident.incident;

import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.incident.lifecycle.IncidentKey;
import io.watchbill.kit.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Finds and locks incidents, with their clocks and assignments. */
@ApplicationScoped
public class IncidentRepository {
  /** Selects incidents {@code i} with their clocks and roles. */
  static final String SELECT =
      """
      SELECT %s, c.*, a.*
        FROM {table} i
        CROSS JOIN LATERAL %s c
        CROSS JOIN LATERAL %s a
      """
          .formatted(
              IncidentColumns.all(), ClockRepository.OF_INCIDENT, AssignmentRepository.OF_INCIDENT);

  private static final String FIND = SELECT + "WHERE id = $1";
  private static final String FIND_ALL = SELECT + "WHERE id = ANY($1) ORDER BY id";
  private static final String FIND_BY_NUMBER = SELECT + "WHERE number = $1";

  private static final String LOCK =
      """
      SELECT id FROM {table} WHERE id = ANY($1) ORDER BY id FOR UPDATE
      """;

  private static final String LOCK_ACKNOWLEDGED =
      """
      SELECT id
        FROM incident
       WHERE state = 'acknowledged' AND id > $1
       ORDER BY id LIMIT $2
         FOR UPDATE
      """;

  public Optional<Incident> find(Tx tx, UUID id) {
    return tx.one(IncidentTables.ANY.in(FIND), id).map(IncidentRows::incident);
  }

  /** Returns the incidents of these ids that exist. */
  public List<Incident> findAll(Tx tx, Collection<UUID> ids) {
    return read(tx, IncidentTables.ANY, ids);
  }

  Optional<Incident> find(Tx tx, IncidentKey key) {
    return key.id().isPresent()
        ? find(tx, key.id().get())
        : tx.one(IncidentTables.ANY.in(FIND_BY_NUMBER), key.number()).map(IncidentRows::incident);
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
    for (int tries = 0; tries < 2; tries++) {
      for (IncidentTables tables : List.of(IncidentTables.OPEN, IncidentTables.CLOSED)) {
        if (!missing.isEmpty()) {
          List<Incident> found = lock(tx, tables, missing);
          locked.addAll(found);
          found.forEach(incident -> missing.remove(incident.id()));
        }
      }
    }
    return locked;
  }

  /**
   * Reads them by a second statement, which sees what was committed before the lock; a join would
   * see clocks from before the wait. One that comes into the table in between is not locked.
   */
  private static List<Incident> lock(Tx tx, IncidentTables tables, Set<UUID> ids) {
    UUID[] wanted = ids.toArray(UUID[]::new);
    Supplier<List<Row>> locking = tx.ask(tables.in(LOCK), (Object) wanted);
    Supplier<List<Row>> reading = tx.ask(tables.in(FIND_ALL), (Object) wanted);
    Set<UUID> locked =
        locking.get().stream().map(row -> row.getUUID("id")).collect(Collectors.toSet());
    return reading.get().stream()
        .filter(row -> locked.contains(row.getUUID("id")))
        .map(IncidentRows::incident)
        .toList();
  }

  /** Locks acknowledged incidents after an id, in the order of their ids. */
  List<Incident> lockAcknowledged(Tx tx, UUID after, int limit) {
    List<UUID> locked =
        tx.query(LOCK_ACKNOWLEDGED, after, (long) limit).stream()
            .map(row -> row.getUUID("id"))
            .toList();
    return locked.isEmpty() ? List.of() : read(tx, IncidentTables.OPEN, locked);
  }

  private static List<Incident> read(Tx tx, IncidentTables tables, Collection<UUID> ids) {
    return tx.query(tables.in(FIND_ALL), (Object) ids.toArray(UUID[]::new)).stream()
        .map(IncidentRows::incident)
        .toList();
  }
}
