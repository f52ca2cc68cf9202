package io.watchbill.escalation.verification;

import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.kit.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/** Reads and writes the codes that were sent. */
@ApplicationScoped
class VerificationRepository {

  /** Of two concurrent requests one finds the other's row, and is too early. */
  private static final String SEND =
      """
      INSERT INTO contact_verification AS v (person, method, code_hash, expires_at, attempts_left,
          sent_at, hour_began, sent_in_hour)
      VALUES ($1, $2, $3, $4, $5, $6, $6, 1)
      ON CONFLICT (person, method) DO UPDATE
         SET code_hash = excluded.code_hash, expires_at = excluded.expires_at,
             attempts_left = excluded.attempts_left, sent_at = excluded.sent_at,
             hour_began = CASE WHEN v.hour_began <= $7 THEN excluded.sent_at ELSE v.hour_began END,
             sent_in_hour = CASE WHEN v.hour_began <= $7 THEN 1 ELSE v.sent_in_hour + 1 END
       WHERE v.sent_at <= $8 AND (v.hour_began <= $7 OR v.sent_in_hour < $9)
      """;

  /** Serializes concurrent attempts, so that each is counted. */
  private static final String ATTEMPT =
      """
      UPDATE contact_verification SET attempts_left = attempts_left - 1
       WHERE person = $1 AND method = $2 AND attempts_left > 0 AND expires_at > $3
      RETURNING code_hash, attempts_left
      """;

  /** A code that may be tried. */
  record Tried(String hash, int left) {}

  /** Stores a code if one may be sent now; returns whether it may. Older codes expire. */
  boolean send(Tx tx, String person, String method, String hash) {
    return tx.update(
            SEND,
            person,
            method,
            hash,
            tx.now().plus(Limits.GOOD_FOR),
            Limits.ATTEMPTS,
            tx.now(),
            tx.now().minus(Duration.ofHours(1)),
            tx.now().minus(Limits.BETWEEN),
            Limits.IN_AN_HOUR)
        == 1;
  }

  /** Counts an attempt; empty if there is no code to try. */
  Optional<Tried> attempt(Tx tx, String person, String method) {
    return tx.one(ATTEMPT, person, method, tx.now()).map(VerificationRepository::tried);
  }

  private static Tried tried(Row row) {
    return new Tried(row.getString("code_hash"), row.getInteger("attempts_left"));
  }

  void forget(Tx tx) {
    tx.update("DELETE FROM contact_verification WHERE sent_at < $1", tx.now().minus(Limits.KNOWN));
  }
}
