package io.watchbill.incident.alert;

import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The groups of alerts and their incidents. A group is open as long as its next alert belongs to
 * the same incident; at most one of a key is open. Locks are always taken in the order alerts,
 * groups, incidents.
 */
@ApplicationScoped
public class GroupRepository {

  private static final String FIND_OR_CREATE =
      """
      INSERT INTO alert_group (id, integration, key_hash, key, incident_id, opened_at, cut)
      VALUES ($1, $2, $3, $4, $5, $6, $7)
      ON CONFLICT (integration, key_hash) WHERE released_at IS NULL
      DO UPDATE SET key = excluded.key, cut = excluded.cut
      RETURNING id, incident_id
      """;

  private static final String CUT =
      """
      UPDATE alert_group SET cut = $3
       WHERE integration = $1 AND key_hash = $2 AND released_at IS NULL AND cut <> $3
      RETURNING id, incident_id
      """;

  private static final String LOCK_OF_INCIDENT =
      """
      SELECT id
        FROM alert_group
       WHERE incident_id = $1 AND released_at IS NULL
       ORDER BY id
         FOR UPDATE
      """;

  private static final String INCIDENT_OF =
      """
      SELECT incident_id
        FROM alert_group
       WHERE integration = $1 AND key_hash = $2 AND released_at IS NULL
      """;

  private static final String RELEASED =
      """
       RETURNING *)
      INSERT INTO alert_group_history (id, integration, key_hash, key, incident_id, opened_at,
          released_at, cut)
        SELECT id, integration, key_hash, key, incident_id, opened_at, $1, cut FROM released
      """;

  private final GroupMembers members;

  GroupRepository(GroupMembers members) {
    this.members = members;
  }

  /**
   * An open group of alerts and its incident.
   *
   * @param made whether it was created just now, so that its incident must be opened
   */
  public record Group(UUID id, UUID incident, boolean made) {}

  /**
   * Finds or creates the open group of a key, locked, in one statement.
   *
   * @param cut whether its message was cut
   */
  public Group findOrMake(Tx tx, String integration, byte[] keyHash, String key, boolean cut) {
    UUID id = Ids.next();
    Row row =
        tx.query(
                FIND_OR_CREATE,
                id,
                integration,
                Buffer.buffer(keyHash),
                key,
                Ids.next(),
                tx.now(),
                cut)
            .getFirst();
    UUID found = row.getUUID("id");
    return new Group(found, row.getUUID("incident_id"), found.equals(id));
  }

  /**
   * Stores whether the newest message of a group, in which nothing fires, was cut.
   *
   * @return the group, locked, if that has changed and it is open
   */
  public Optional<Group> storeCut(Tx tx, String integration, byte[] keyHash, boolean cut) {
    return tx.one(CUT, integration, Buffer.buffer(keyHash), cut)
        .map(row -> new Group(row.getUUID("id"), row.getUUID("incident_id"), false));
  }

  /** Locks the open groups of an incident; returns whether any of their alerts fires. */
  public boolean lockOfIncident(Tx tx, UUID incident) {
    List<Row> groups = tx.query(LOCK_OF_INCIDENT, incident);
    return !members.firing(tx, groups).isEmpty();
  }

  /** Releases a group: its next alert opens a new incident. */
  public void release(Tx tx, Group group) {
    tx.send(
        "WITH released AS (DELETE FROM alert_group WHERE id = $2" + RELEASED, tx.now(), group.id());
  }

  /** Releases all groups of an incident. */
  public void releaseOfIncident(Tx tx, UUID incident) {
    tx.send(
        "WITH released AS (DELETE FROM alert_group WHERE incident_id = $2" + RELEASED,
        tx.now(),
        incident);
  }

  /** Returns the incident of the open group of a key. */
  public Optional<UUID> incidentOf(Tx tx, String integration, byte[] keyHash) {
    return tx.one(INCIDENT_OF, integration, Buffer.buffer(keyHash))
        .map(row -> row.getUUID("incident_id"));
  }
}
