package io.watchbill.rotation.key;

import io.watchbill.kit.access.KnownKeys;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.problem.Problem;
import io.watchbill.rotation.RotationError;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/**
 * Keeps the last way in: what takes a right or a key away must leave one key with the right admin
 * that does not expire. Two who do so at once come one after the other.
 */
@ApplicationScoped
public class LastAdmin {
  private final KeyRepository keys;
  private final KnownKeys known;

  LastAdmin(KeyRepository keys, KnownKeys known) {
    this.keys = keys;
    this.known = known;
  }

  /**
   * Makes a change of keys or grants.
   *
   * @throws Problem when it takes the last way in, unless there was none before
   */
  public void outlives(Tx tx, Runnable change) {
    keys.lockAdmins(tx);
    Set<String> before = keys.openingAsAdmin(tx, false);
    change.run();
    Set<String> after = keys.openingAsAdmin(tx, false);
    if (!after.containsAll(before) && keys.openingAsAdmin(tx, true).isEmpty()) {
      throw new Problem(
          RotationError.LAST_ADMIN,
          "No key with the right admin that does not expire would be left. Make another one first:"
              + " POST /v1/keys, or a new admin key in the configuration (docs/operating.md, \"The"
              + " way back in\").");
    }
    tx.afterCommit(known::forget);
  }
}
