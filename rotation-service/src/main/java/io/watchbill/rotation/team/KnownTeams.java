package io.watchbill.rotation.team;

import io.watchbill.kit.database.Tx;
import io.watchbill.rotation.input.Id;
import io.watchbill.rotation.input.NameSearch;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;

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

  /** Returns the names of teams, not archived, by their ids, in the order of the ids. */
  public Map<String, String> present(Tx tx, int most) {
    Map<String, String> names = new LinkedHashMap<>();
    tx.query(
            "SELECT id, name FROM team WHERE archived_at IS NULL ORDER BY id LIMIT $1", (long) most)
        .forEach(row -> names.put(row.getString("id"), row.getString("name")));
    return names;
  }

  /**
   * Returns the names of teams, not archived, whose id or name has the text, by their ids.
   *
   * @param most at most so many
   */
  public Map<String, String> named(Tx tx, String text, int most) {
    return new NameSearch("team").find(tx, text, most);
  }

  /** Returns whether the team exists, archived or not. */
  public boolean exists(Tx tx, String id) {
    return tx.one("SELECT id FROM team WHERE id = $1", id).isPresent();
  }
}
