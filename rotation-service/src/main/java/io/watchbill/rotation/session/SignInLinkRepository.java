package io.watchbill.rotation.session;

import io.vertx.mutiny.core.buffer.Buffer;
import io.watchbill.kit.access.RandomToken;
import io.watchbill.kit.database.Rows;
import io.watchbill.kit.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Stores links that sign a person in: hashes of their tokens, never the tokens. */
@ApplicationScoped
class SignInLinkRepository {

  /**
   * A stored link.
   *
   * @param usedAt when it was used; it works once
   */
  record Link(UUID id, String person, Instant expiresAt, Optional<Instant> usedAt) {
    boolean isValidAt(Instant now) {
      return usedAt.isEmpty() && now.isBefore(expiresAt);
    }
  }

  void add(Tx tx, UUID id, String token, String person, String madeBy, Instant expiresAt) {
    tx.update(
        """
        INSERT INTO access.sign_in_link (id, token_hash, person, made_by, created_at, expires_at)
        VALUES ($1, $2, $3, $4, $5, $6)
        """,
        id,
        hash(token),
        person,
        madeBy,
        tx.now(),
        expiresAt);
  }

  /** Returns the link of a token, valid or not. */
  Optional<Link> find(Tx tx, String token) {
    return tx.one(
            "SELECT id, person, expires_at, used_at FROM access.sign_in_link WHERE token_hash = $1",
            hash(token))
        .map(
            row ->
                new Link(
                    row.getUUID("id"),
                    row.getString("person"),
                    Rows.instant(row, "expires_at"),
                    Optional.ofNullable(Rows.instantOrNull(row, "used_at"))));
  }

  /** Uses a link up; returns false when it is no longer valid. */
  boolean use(Tx tx, UUID id) {
    return tx.update(
            """
            UPDATE access.sign_in_link SET used_at = $2
             WHERE id = $1 AND used_at IS NULL AND expires_at > $2
            """,
            id,
            tx.now())
        > 0;
  }

  void endOfPerson(Tx tx, String person) {
    tx.update(
        "UPDATE access.sign_in_link SET expires_at = $2 WHERE person = $1 AND expires_at > $2",
        person,
        tx.now());
  }

  /** Deletes some links that expired before an instant; returns how many. */
  int forget(Tx tx, Instant before, int some) {
    return tx.update(
        """
        DELETE FROM access.sign_in_link
         WHERE id IN (SELECT id FROM access.sign_in_link WHERE expires_at < $1
                       ORDER BY expires_at LIMIT $2 FOR UPDATE SKIP LOCKED)
        """,
        before,
        (long) some);
  }

  private static Object hash(String token) {
    return Buffer.buffer(RandomToken.hash(token)).getDelegate();
  }
}
