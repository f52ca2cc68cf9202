package io.watchbill.rotation.key;

import io.watchbill.kit.access.KnownGrants;
import io.watchbill.kit.access.KnownKeys;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.problem.Problem;
import io.watchbill.rotation.RotationError;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/**
 * Protects the last admin: removing a grant or key must leave one admin key that does not expire.
 * Concurrent removals run one after the other.
 */
@ApplicationScoped
public class LastAdmin {
  private final KeyRepository keys;
  private final KnownKeys knownKeys;
  private final KnownGrants knownGrants;

  LastAdmin(KeyRepository keys, KnownKeys knownKeys, KnownGrants knownGrants) {
    this.keys = keys;
    this.knownKeys = knownKeys;
    this.knownGrants = knownGrants;
  }

  /**
   * Runs a change of keys or grants.
   *
   * @throws Problem when it removes the last admin, unless there was none before
   */
  public void outlives(Tx tx, Runnable change) {
    keys.lockAdmins(tx);
    Set<String> before = keys.openingAsAdmin(tx, false);
    change.run();
    Set<String> after = keys.openingAsAdmin(tx, false);
    if (!after.containsAll(before) && keys.openingAsAdmin(tx, true).isEmpty()) {
      throw new Problem(
          RotationError.LAST_ADMIN,
          "No admin key that does not expire would be left. Create another one first: "
              + "POST /v1/keys, or a new admin key in the configuration (docs/operating.md, "
              + "\"The way back in\").");
    }
    tx.afterCommit(knownKeys::forget);
    tx.afterCommit(knownGrants::forget);
  }
}
