package io.watchbill.rotation.team;

import io.watchbill.kit.database.Tx;
import io.watchbill.rotation.input.Id;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells which teams may be named, within another unit of work. */
@ApplicationScoped
public class KnownTeams {

  /** Whether the team exists; if so, it cannot be archived before this transaction ends. */
  public boolean knows(Tx tx, String id) {
    return Id.fits(id)
        && tx.one("SELECT id FROM team WHERE id = $1 AND archived_at IS NULL FOR SHARE", id)
            .isPresent();
  }
}
