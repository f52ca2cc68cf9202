package io.watchbill.incident.incident;

import io.watchbill.incident.incident.Incident.Identity;
import io.watchbill.incident.incident.Incident.Owner;
import io.watchbill.incident.incident.Incident.Revision;
import io.watchbill.incident.lifecycle.Lifecycle;
import io.watchbill.kit.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Stores incidents with their clocks and assignments: open ones in the table {@code incident} and
 * beside it, resolved ones in {@code incident_history}. Rows move with the state, in the
 * transaction of the change.
 */
@ApplicationScoped
public class IncidentStore {
  private static final int CHANGING = IncidentColumns.count();
  private static final int ALL = IncidentColumns.FIXED.split(",").length + CHANGING;

  private static final String INSERT =
      """
      INSERT INTO incident (id, title, integration, created_at, began_at, %s)
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

  private final ClockRepository clocks;
  private final AssignmentRepository assignments;

  IncidentStore(ClockRepository clocks, AssignmentRepository assignments) {
    this.clocks = clocks;
    this.assignments = assignments;
  }

  /**
   * Stores a new incident and assigns its number.
   *
   * @param entries how many entries its timeline begins with
   */
  Incident insert(Tx tx, UUID id, NewIncident opened, Lifecycle lifecycle, int entries) {
    Incident incident =
        new Incident(
            new Identity(
                id, 0, opened.title(), opened.integration(), tx.now(), opened.began(tx.now())),
            new Owner(opened.team(), opened.policy()),
            new Revision(1, entries),
            false,
            lifecycle);
    List<Object> values = new ArrayList<>();
    values.add(id);
    values.add(incident.title());
    values.add(incident.integration().orElse(null));
    values.add(incident.createdAt());
    values.add(incident.identity().beganAt());
    values.addAll(IncidentColumns.values(incident));
    long number = tx.query(INSERT, values.toArray()).getFirst().getLong("number");
    clocks.store(tx, IncidentTables.OPEN, id, lifecycle.clocks());
    return incident.numbered(number);
  }

  /** Stores what became of an incident that this transaction has locked. */
  void update(Tx tx, Incident before, Incident after) {
    IncidentTables from = IncidentTables.of(before);
    IncidentTables to = IncidentTables.of(after);
    UUID id = after.id();
    if (from == to) {
      List<Object> values = new ArrayList<>();
      values.add(id);
      values.addAll(IncidentColumns.values(after));
      tx.send(to.in(UPDATE), values.toArray());
    } else {
      move(tx, after, from, to);
    }
    if (!before.lifecycle().clocks().equals(after.lifecycle().clocks())) {
      clocks.store(tx, to, id, after.lifecycle().clocks());
    }
    assignments.store(tx, to, id, before.lifecycle().roles(), after.lifecycle().roles());
  }

  private void move(Tx tx, Incident incident, IncidentTables from, IncidentTables to) {
    tx.send(from.in("DELETE FROM {table} WHERE id = $1"), incident.id());
    List<Object> values = new ArrayList<>();
    values.add(incident.id());
    values.add(incident.identity().number());
    values.add(incident.title());
    values.add(incident.integration().orElse(null));
    values.add(incident.createdAt());
    values.add(incident.identity().beganAt());
    values.addAll(IncidentColumns.values(incident));
    tx.send(to.in(MOVE), values.toArray());
    clocks.move(tx, incident.id(), from, to);
    assignments.move(tx, incident.id(), from, to);
  }

  /**
   * Stores how many entries the timelines of incidents have that this transaction has locked.
   *
   * @param entries by incident
   */
  public void entries(Tx tx, Map<UUID, Long> entries) {
    UUID[] ids = entries.keySet().toArray(UUID[]::new);
    Long[] counts = entries.values().toArray(Long[]::new);
    for (IncidentTables tables : List.of(IncidentTables.OPEN, IncidentTables.CLOSED)) {
      tx.send(tables.in(ENTRIES), ids, counts);
    }
  }

  private static String places(int first, int count) {
    return IntStream.range(first, first + count)
        .mapToObj(place -> "$" + place)
        .collect(Collectors.joining(", "));
  }
}
