package io.watchbill.rotation.team;

import io.watchbill.kit.database.Tx;
import io.watchbill.rotation.input.Id;
import jakarta.enterprise.context.ApplicationScoped;

/** Checks teams named in other requests, in the caller's transaction. */
@ApplicationScoped
public class KnownTeams {

  /**
   * Returns whether the team exists, and locks it: it cannot be archived before this transaction
   * ends.
   */
  public boolean knows(Tx tx, String id) {
    return Id.fits(id)
        && tx.one("SELECT id FROM team WHERE id = $1 AND archived_at IS NULL FOR SHARE", id)
            .isPresent();
  }

  /** Returns whether the team exists, archived or not. */
  public boolean exists(Tx tx, String id) {
    return tx.one("SELECT id FROM team WHERE id = $1", id).isPresent();
  }
}
