package io.watchbill.rotation.session;

import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.kit.access.Identity;
import io.watchbill.kit.access.RandomToken;
import io.watchbill.kit.database.Rows;
import io.watchbill.kit.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stores sessions: hashes of their tokens, never the tokens. */
@ApplicationScoped
class SessionRepository {
  private static final String COLUMNS =
      "id, kind, principal, device, created_at, last_used_at, expires_at";

  /** What an ended session is set to; it is deleted some time after it has expired. */
  private static final String END =
      "UPDATE access.session SET ended_at = $1, expires_at = least(expires_at, $1)";

  /**
   * Adds a session, which does not outlive the key that opens it.
   *
   * @param key id of the key; null when it is opened by a link
   */
  void add(
      Tx tx,
      UUID id,
      String token,
      Identity who,
      @Nullable String key,
      String device,
      Instant expiresAt) {
    tx.update(
        """
        INSERT INTO access.session (id, token_hash, kind, principal, key_id, device, created_at,
               last_used_at, expires_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $7,
                least($8, (SELECT expires_at FROM access.api_key WHERE id = $5)))
        """,
        id,
        hash(token),
        who.kind().wire(),
        who.id(),
        key,
        device,
        tx.now(),
        expiresAt);
  }

  /** Ends the sessions of a principal that were used longest ago, but for some. */
  void endAllBut(Tx tx, Identity who, int kept) {
    tx.update(
        END
            + """
               WHERE id IN (
                 SELECT id FROM access.session
                  WHERE kind = $2 AND principal = $3 AND ended_at IS NULL
                  ORDER BY last_used_at DESC, id DESC OFFSET $4)
              """,
        tx.now(),
        who.kind().wire(),
        who.id(),
        (long) kept);
  }

  /**
   * Returns the valid sessions, newest first.
   *
   * @param before the last id of the slice before; null for the first slice
   */
  List<Session> list(
      Tx tx, String kind, String principal, Duration idle, @Nullable UUID before, int limit) {
    return tx
        .query(
            "SELECT "
                + COLUMNS
                + """
                    FROM access.session
                   WHERE kind = $1 AND principal = $2 AND ended_at IS NULL
                     AND expires_at > $3 AND last_used_at > $4
                     AND ($5::uuid IS NULL OR id < $5)
                   ORDER BY id DESC LIMIT $6
                  """,
            kind,
            principal,
            tx.now(),
            tx.now().minus(idle),
            before,
            (long) limit)
        .stream()
        .map(SessionRepository::session)
        .toList();
  }

  Optional<Session> find(Tx tx, UUID id) {
    return tx.one("SELECT " + COLUMNS + " FROM access.session WHERE id = $1", id)
        .map(SessionRepository::session);
  }

  /** Ends a session; returns false when it had ended before. */
  boolean end(Tx tx, UUID id) {
    return tx.update(END + " WHERE id = $2 AND ended_at IS NULL", tx.now(), id) > 0;
  }

  /** Ends the session of a token; returns it, unless there is none or it had ended before. */
  Optional<Session> endOfToken(Tx tx, String token) {
    return tx.one(
            END + " WHERE token_hash = $2 AND ended_at IS NULL RETURNING " + COLUMNS,
            tx.now(),
            hash(token))
        .map(SessionRepository::session);
  }

  void endOfKey(Tx tx, String key) {
    tx.update(END + " WHERE key_id = $2 AND ended_at IS NULL", tx.now(), key);
  }

  void endOfPerson(Tx tx, String person) {
    tx.update(
        END + " WHERE kind = 'person' AND principal = $2 AND ended_at IS NULL", tx.now(), person);
  }

  /** Deletes some sessions that expired before an instant; returns how many. */
  int forget(Tx tx, Instant before, int some) {
    return tx.update(
        """
        DELETE FROM access.session
         WHERE id IN (SELECT id FROM access.session WHERE expires_at < $1
                       ORDER BY expires_at LIMIT $2 FOR UPDATE SKIP LOCKED)
        """,
        before,
        (long) some);
  }

  private static Object hash(String token) {
    return Buffer.buffer(RandomToken.hash(token)).getDelegate();
  }

  private static Session session(Row row) {
    return new Session(
        row.getUUID("id"),
        row.getString("kind"),
        row.getString("principal"),
        row.getString("device"),
        Rows.instant(row, "created_at"),
        Rows.instant(row, "last_used_at"),
        Rows.instant(row, "expires_at"));
  }
}
