package io.watchbill.rotation.shiftnotice;

import io.watchbill.kit.database.Rows;
import io.watchbill.kit.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** Stores until when people have been notified of their shifts in a rotation. */
@ApplicationScoped
class NotifiedRepository {

  Optional<Instant> notifiedUntil(Tx tx, String rotation) {
    return tx.one("SELECT notified_until FROM shift_times WHERE rotation = $1", rotation)
        .map(row -> Rows.instant(row, "notified_until"));
  }

  void remember(Tx tx, String rotation, Instant until) {
    tx.update(
        """
        INSERT INTO shift_times (rotation, notified_until)
        VALUES ($1, $2)
        ON CONFLICT (rotation) DO UPDATE SET notified_until = excluded.notified_until
        """,
        rotation,
        until);
  }
}
