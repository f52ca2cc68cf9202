package io.watchbill.rotation.grant;

import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.kit.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

/** Stores grants; an empty team means all teams. */
@ApplicationScoped
public class GrantRepository {

  /** A grant, with its principal. */
  record Held(String kind, String principal, GrantSet.Grant grant) {}

  List<Held> of(Tx tx, String kind, String principal) {
    return tx
        .query(
            """
            SELECT principal_kind, principal, right_, team
              FROM access.grant_
             WHERE principal_kind = $1 AND principal = $2
             ORDER BY right_, team
            """,
            kind,
            principal)
        .stream()
        .map(GrantRepository::held)
        .toList();
  }

  /** Returns the grants of the first principals after one, all grants of each. */
  List<Held> after(Tx tx, String kind, String principal, int limit) {
    return tx
        .query(
            """
            SELECT principal_kind, principal, right_, team
              FROM access.grant_
             WHERE (principal_kind, principal) IN (
                     SELECT DISTINCT principal_kind, principal
                       FROM access.grant_
                      WHERE (principal_kind, principal) > ($1, $2)
                      ORDER BY principal_kind, principal
                      LIMIT $3)
             ORDER BY principal_kind, principal, right_, team
            """,
            kind,
            principal,
            (long) limit)
        .stream()
        .map(GrantRepository::held)
        .toList();
  }

  public void clear(Tx tx, String kind, String principal) {
    tx.update(
        "DELETE FROM access.grant_ WHERE principal_kind = $1 AND principal = $2", kind, principal);
  }

  void add(Tx tx, String kind, String principal, GrantSet.Grant grant) {
    tx.update(
        """
        INSERT INTO access.grant_ (principal_kind, principal, right_, team, created_at)
        VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT DO NOTHING
        """,
        kind,
        principal,
        grant.right(),
        grant.team() == null ? "" : grant.team(),
        tx.now());
  }

  void remove(Tx tx, String kind, String principal, GrantSet.Grant grant) {
    tx.update(
        """
        DELETE FROM access.grant_
         WHERE principal_kind = $1 AND principal = $2 AND right_ = $3 AND team = $4
        """,
        kind,
        principal,
        grant.right(),
        grant.team() == null ? "" : grant.team());
  }

  /** Returns the grants of people for a team or for all. */
  List<Held> inTeam(Tx tx, String team, Collection<String> people) {
    return tx
        .query(
            """
            SELECT principal_kind, principal, right_, team
              FROM access.grant_
             WHERE principal_kind = 'person' AND principal = ANY($1) AND team IN ($2, '')
             ORDER BY right_, team
            """,
            people.toArray(String[]::new),
            team)
        .stream()
        .map(GrantRepository::held)
        .toList();
  }

  private static Held held(Row row) {
    String team = row.getString("team");
    return new Held(
        row.getString("principal_kind"),
        row.getString("principal"),
        new GrantSet.Grant(row.getString("right_"), team.isEmpty() ? null : team));
  }
}
