package io.watchbill.incident.incident;

import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.incident.lifecycle.IncidentRole;
import io.watchbill.incident.lifecycle.Roles;
import io.watchbill.incident.lifecycle.Roles.Holder;
import io.watchbill.kit.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Stores who had which role on an incident from when until when, under the lock of the incident. A
 * row without an end is who has it now.
 */
@ApplicationScoped
class AssignmentRepository {
  /** The roles that people have on an incident {@code i} now, as one row of arrays. */
  static final String OF_INCIDENT =
      """
      (SELECT array_agg(role) AS roles, array_agg(person) AS role_persons,
              array_agg(held_from) AS role_since
         FROM {assignments} WHERE incident_id = i.id AND held_until IS NULL)""";

  private static final String END =
      """
      UPDATE {assignments} SET held_until = $3
       WHERE incident_id = $1 AND role = $2 AND held_until IS NULL
      """;

  private static final String BEGIN =
      """
      INSERT INTO {assignments} (incident_id, role, person, held_from)
      VALUES ($1, $2, $3, $4)
      """;

  private static final String TAKE =
      """
      WITH taken AS (DELETE FROM {assignments} WHERE incident_id = $1 RETURNING *)
      """;

  private static final String PUT =
      """
      INSERT INTO {assignments} (incident_id, role, person, held_from, held_until)
      SELECT incident_id, role, person, held_from, held_until FROM taken
      """;

  /** Stores what has changed about the roles of an incident. */
  void store(Tx tx, IncidentTables tables, UUID incident, Roles before, Roles after) {
    for (IncidentRole role : IncidentRole.values()) {
      Optional<Holder> was = before.of(role);
      Optional<Holder> is = after.of(role);
      if (!was.equals(is)) {
        was.ifPresent(holder -> tx.send(tables.in(END), incident, role.word(), tx.now()));
        is.ifPresent(holder -> begin(tx, tables, incident, role, holder));
      }
    }
  }

  private static void begin(
      Tx tx, IncidentTables tables, UUID incident, IncidentRole role, Holder holder) {
    tx.send(tables.in(BEGIN), incident, role.word(), holder.person(), holder.since());
  }

  /** Moves the assignments of an incident along with it. */
  void move(Tx tx, UUID incident, IncidentTables from, IncidentTables to) {
    tx.send(from.in(TAKE) + to.in(PUT), incident);
  }

  /** Reads what {@link #OF_INCIDENT} selects; roles of a newer version are left alone. */
  static Roles read(Row row) {
    String[] roles = row.getArrayOfStrings("roles");
    if (roles == null) {
      return Roles.NONE;
    }
    String[] persons = row.getArrayOfStrings("role_persons");
    OffsetDateTime[] since = row.getArrayOfOffsetDateTimes("role_since");
    Map<IncidentRole, Holder> holders = new EnumMap<>(IncidentRole.class);
    for (int i = 0; i < roles.length; i++) {
      Holder holder = new Holder(persons[i], since[i].toInstant());
      IncidentRole.of(roles[i]).ifPresent(role -> holders.put(role, holder));
    }
    return new Roles(holders);
  }
}
