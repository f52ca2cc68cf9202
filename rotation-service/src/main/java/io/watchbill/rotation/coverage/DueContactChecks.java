package io.watchbill.rotation.coverage;

import io.watchbill.kit.database.Rows;
import io.watchbill.kit.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The rotations whose people are due for a contact check. */
@ApplicationScoped
class DueContactChecks {
  /** How long one replica has for a check; after that it is due again. */
  private static final Duration LEASE = Duration.ofMinutes(5);

  /**
   * A check claimed by this replica.
   *
   * @param until when another replica may claim it
   */
  record Look(String rotation, Instant until) {}

  void set(Tx tx, String rotation) {
    tx.send(
        "INSERT INTO contact_check (rotation, due) VALUES ($1, $2)"
            + " ON CONFLICT (rotation) DO UPDATE SET due = excluded.due",
        rotation,
        tx.now());
  }

  /** Claims a check that is due. */
  Optional<Look> claim(Tx tx) {
    return tx.one(
            "UPDATE contact_check SET due = $2 WHERE rotation = (SELECT rotation FROM contact_check"
                + " WHERE due <= $1 ORDER BY due LIMIT 1 FOR UPDATE SKIP LOCKED)"
                + " RETURNING rotation, due",
            tx.now(),
            tx.now().plus(LEASE))
        .map(row -> new Look(row.getString("rotation"), Rows.instant(row, "due")));
  }

  /**
   * Completes a check; false when it became due again in the meantime, or another replica has
   * claimed it.
   */
  boolean end(Tx tx, Look look) {
    return tx.update(
            "DELETE FROM contact_check WHERE rotation = $1 AND due = $2",
            look.rotation(),
            look.until())
        == 1;
  }
}
