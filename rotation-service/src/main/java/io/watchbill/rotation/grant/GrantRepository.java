package io.watchbill.rotation.grant;

import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.kit.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
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

  private static Held held(Row row) {
    String team = row.getString("team");
    return new Held(
        row.getString("principal_kind"),
        row.getString("principal"),
        new GrantSet.Grant(row.getString("right_"), team.isEmpty() ? null : team));
  }
}
