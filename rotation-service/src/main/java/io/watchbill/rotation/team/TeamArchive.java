package io.watchbill.rotation.team;

import io.watchbill.kit.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;

/** Marks teams as archived. */
@ApplicationScoped
public class TeamArchive {

  /**
   * Returns whether the team exists, and locks it: nobody can name it before the transaction ends.
   */
  public boolean lock(Tx tx, String id) {
    return tx.one("SELECT id FROM team WHERE id = $1 FOR UPDATE", id).isPresent();
  }

  public void archive(Tx tx, String id) {
    tx.update(
        """
        UPDATE team SET archived_at = $2, revision = revision + 1
         WHERE id = $1 AND archived_at IS NULL
        """,
        id,
        tx.now());
  }
}
