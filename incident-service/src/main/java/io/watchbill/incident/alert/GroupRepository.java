package io.watchbill.incident.alert;

import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The groups of alerts and their incidents. A group is open as long as its next alert belongs to
 * the same incident; at most one of a key is open. Locks are always taken in the order alerts,
 * groups, incidents.
 */
@ApplicationScoped
public class GroupRepository {

  /**
   * The open group of a key and its incident.
   *
   * @param made whether it was made just now, and its incident has to be, too
   */
  public record Group(UUID id, UUID incident, boolean made) {}

  /** Finds or makes the open group of a key, locked, in one statement. */
  public Group findOrMake(Tx tx, String integration, byte[] keyHash, String key) {
    UUID id = Ids.next();
    Row row =
        tx.query(
                "INSERT INTO alert_group (id, integration, key_hash, key, incident_id, opened_at)"
                    + " VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (integration, key_hash) WHERE"
                    + " released_at IS NULL DO UPDATE SET key = excluded.key RETURNING id,"
                    + " incident_id",
                id,
                integration,
                Buffer.buffer(keyHash),
                key,
                Ids.next(),
                tx.now())
            .getFirst();
    UUID found = row.getUUID("id");
    return new Group(found, row.getUUID("incident_id"), found.equals(id));
  }

  /** Makes firing alerts the first members of a group that was made just now. */
  public void begin(Tx tx, Group group, Collection<UUID> alerts) {
    tx.send(
        "INSERT INTO alert_group_member (group_id, alert_id, firing) SELECT $1, alert, true FROM"
            + " unnest($2::uuid[]) AS alert",
        group.id(),
        alerts.toArray(UUID[]::new));
  }

  /**
   * Makes firing alerts members of a group.
   *
   * @return those that were not members yet
   */
  public Set<UUID> join(Tx tx, Group group, Collection<UUID> alerts) {
    return tx
        .query(
            "INSERT INTO alert_group_member (group_id, alert_id, firing) SELECT $1, alert, true"
                + " FROM unnest($2::uuid[]) AS alert ORDER BY alert ON CONFLICT DO NOTHING"
                + " RETURNING alert_id",
            group.id(),
            alerts.toArray(UUID[]::new))
        .stream()
        .map(row -> row.getUUID("alert_id"))
        .collect(Collectors.toSet());
  }

  /**
   * Notes that alerts fire no more.
   *
   * @return the open groups they belong to, locked, with whether any of their alerts still fires
   */
  public List<Ended> end(Tx tx, Collection<UUID> alerts) {
    List<Row> touched =
        tx.query(
            "WITH ended AS (UPDATE alert_group_member SET firing = false WHERE alert_id = ANY($1)"
                + " AND firing RETURNING group_id), counted AS (SELECT group_id, count(*) AS"
                + " ended FROM ended GROUP BY group_id) SELECT g.id, g.incident_id, c.ended FROM"
                + " alert_group g JOIN counted c ON c.group_id = g.id WHERE g.released_at IS NULL"
                + " ORDER BY g.id FOR UPDATE OF g",
            (Object) alerts.toArray(UUID[]::new));
    Set<UUID> firing = firing(tx, touched);
    return touched.stream()
        .map(
            row ->
                new Ended(
                    new Group(row.getUUID("id"), row.getUUID("incident_id"), false),
                    row.getLong("ended"),
                    firing.contains(row.getUUID("id"))))
        .toList();
  }

  /**
   * A group of which alerts have ended.
   *
   * @param ended how many just now
   * @param firing whether others still fire
   */
  public record Ended(Group group, long ended, boolean firing) {}

  /** A later statement than the locking one: it sees what was committed before the lock. */
  private static Set<UUID> firing(Tx tx, List<Row> groups) {
    if (groups.isEmpty()) {
      return Set.of();
    }
    return tx
        .query(
            "SELECT g AS id FROM unnest($1::uuid[]) AS g WHERE EXISTS (SELECT 1 FROM"
                + " alert_group_member m WHERE m.group_id = g AND m.firing)",
            (Object) groups.stream().map(row -> row.getUUID("id")).toArray(UUID[]::new))
        .stream()
        .map(row -> row.getUUID("id"))
        .collect(Collectors.toSet());
  }

  /** Locks the open groups of an incident; tells whether any of their alerts fires. */
  public boolean lockOfIncident(Tx tx, UUID incident) {
    List<Row> groups =
        tx.query(
            "SELECT id FROM alert_group WHERE incident_id = $1 AND released_at IS NULL ORDER BY id"
                + " FOR UPDATE",
            incident);
    return !firing(tx, groups).isEmpty();
  }

  /** Releases a group: its next alert makes a new incident. */
  public void release(Tx tx, Group group) {
    tx.update("UPDATE alert_group SET released_at = $2 WHERE id = $1", group.id(), tx.now());
  }

  /** Releases all groups of an incident. */
  public void releaseOfIncident(Tx tx, UUID incident) {
    tx.update(
        "UPDATE alert_group SET released_at = $2 WHERE incident_id = $1 AND released_at IS NULL",
        incident,
        tx.now());
  }

  /** The incident of the open group of a key, if there is one. */
  public Optional<UUID> incidentOf(Tx tx, String integration, byte[] keyHash) {
    return tx.one(
            "SELECT incident_id FROM alert_group WHERE integration = $1 AND key_hash = $2 AND"
                + " released_at IS NULL",
            integration,
            Buffer.buffer(keyHash))
        .map(row -> row.getUUID("incident_id"));
  }
}
