package io.watchbill.incident.alert;

import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.incident.alert.GroupRepository.Group;
import io.watchbill.kit.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The firing alerts of groups. What has ended is in the history of the group's incident. */
@ApplicationScoped
public class GroupMembers {
  private static final String BEGIN =
      """
      INSERT INTO alert_group_member (incident_id, group_id, alert_id)
      SELECT $1, $2, alert FROM unnest($3::uuid[]) AS alert
      """;

  private static final String JOIN =
      """
      INSERT INTO alert_group_member (incident_id, group_id, alert_id)
      SELECT $1, $2, alert FROM unnest($3::uuid[]) AS alert ORDER BY alert
      ON CONFLICT DO NOTHING
      RETURNING alert_id
      """;

  private static final String FIRING =
      """
      SELECT g AS id
        FROM unnest($1::uuid[]) AS g
       WHERE EXISTS (SELECT 1 FROM alert_group_member m WHERE m.group_id = g)
      """;

  /** Whether any alert of a locked group fires. */
  public boolean fires(Tx tx, Group group) {
    return tx.one("SELECT 1 FROM alert_group_member WHERE group_id = $1 LIMIT 1", group.id())
        .isPresent();
  }

  /** Adds firing alerts as the first members of a group that was created just now. */
  public void begin(Tx tx, Group group, Collection<UUID> alerts) {
    tx.send(BEGIN, group.incident(), group.id(), alerts.toArray(UUID[]::new));
  }

  /**
   * Adds firing alerts as members of a group.
   *
   * @return those that were not members yet
   */
  public Set<UUID> join(Tx tx, Group group, Collection<UUID> alerts) {
    return tx.query(JOIN, group.incident(), group.id(), alerts.toArray(UUID[]::new)).stream()
        .map(row -> row.getUUID("alert_id"))
        .collect(Collectors.toSet());
  }

  /**
   * Removes alerts that have ended from their groups.
   *
   * @return the open groups that they belonged to, locked
   */
  public List<Ended> end(Tx tx, Collection<UUID> alerts) {
    List<Row> touched =
        tx.query(
            """
            WITH ended AS (
              DELETE FROM alert_group_member WHERE alert_id = ANY($1)
                RETURNING incident_id, group_id, alert_id),
            kept AS (
              INSERT INTO alert_group_member_history (incident_id, group_id, alert_id)
                SELECT * FROM ended),
            counted AS (SELECT group_id, count(*) AS ended FROM ended GROUP BY group_id)
            SELECT g.id, g.incident_id, g.cut, c.ended
              FROM alert_group g JOIN counted c ON c.group_id = g.id
             ORDER BY g.id FOR UPDATE OF g
            """,
            (Object) alerts.toArray(UUID[]::new));
    Set<UUID> firing = firing(tx, touched);
    return touched.stream()
        .map(
            row ->
                new Ended(
                    new Group(row.getUUID("id"), row.getUUID("incident_id"), false),
                    row.getLong("ended"),
                    firing.contains(row.getUUID("id")),
                    row.getBoolean("cut")))
        .toList();
  }

  /**
   * A group in which alerts have ended.
   *
   * @param ended how many just now
   * @param firing whether others still fire
   * @param cut whether its last message was cut, so that still others may fire
   */
  public record Ended(Group group, long ended, boolean firing, boolean cut) {}

  /** Runs after the locking statement, so it sees what was committed before the lock. */
  Set<UUID> firing(Tx tx, List<Row> groups) {
    if (groups.isEmpty()) {
      return Set.of();
    }
    return tx
        .query(FIRING, (Object) groups.stream().map(row -> row.getUUID("id")).toArray(UUID[]::new))
        .stream()
        .map(row -> row.getUUID("id"))
        .collect(Collectors.toSet());
  }
}
