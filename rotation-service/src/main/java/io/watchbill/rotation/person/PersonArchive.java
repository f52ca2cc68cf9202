package io.watchbill.rotation.person;

import io.watchbill.kit.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;

/** Marks people as archived. */
@ApplicationScoped
public class PersonArchive {

  /**
   * Returns whether the person exists, and locks them: nobody can name them before the transaction
   * ends.
   */
  public boolean lock(Tx tx, String id) {
    return tx.one("SELECT id FROM person WHERE id = $1 FOR UPDATE", id).isPresent();
  }

  public void archive(Tx tx, String id) {
    tx.update(
        """
        UPDATE person SET archived_at = $2, revision = revision + 1
         WHERE id = $1 AND archived_at IS NULL
        """,
        id,
        tx.now());
  }

  /** Tells all services that what opened something for the person before opens nothing now. */
  public void publishEnd(Tx tx, String id) {
    tx.update(
        """
        INSERT INTO access.person (id, team, ended_at)
        SELECT id, coalesce(team, ''), archived_at FROM person WHERE id = $1
        ON CONFLICT (id) DO UPDATE SET ended_at = excluded.ended_at
        """,
        id);
  }
}
