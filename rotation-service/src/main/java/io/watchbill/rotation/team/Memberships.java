package io.watchbill.rotation.team;

import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.kit.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Reads who is a member of which team. */
@ApplicationScoped
public class Memberships {

  /** Returns the members of a team, in their order. */
  public List<String> ofTeam(Tx tx, String team) {
    return names(
        tx.query("SELECT person AS name FROM team_member WHERE team = $1 ORDER BY position", team));
  }

  /** Returns the teams, not archived, of which the person is a member. */
  public List<String> ofPerson(Tx tx, String person) {
    return names(
        tx.query(
            """
            SELECT t.id AS name
              FROM team_member m
              JOIN team t ON t.id = m.team
             WHERE m.person = $1 AND t.archived_at IS NULL
             ORDER BY t.id
            """,
            person));
  }

  private static List<String> names(List<Row> rows) {
    return rows.stream().map(row -> row.getString("name")).toList();
  }
}
