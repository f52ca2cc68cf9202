package io.watchbill.rotation.key;

import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.kit.access.ApiKey;
import io.watchbill.kit.database.Rows;
import io.watchbill.kit.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Stores keys: hashes, never secrets. */
@ApplicationScoped
public class KeyRepository {
  private static final Duration DAY = Duration.ofDays(1);

  private static final String COLUMNS =
      "id, kind, principal, scopes, created_at, expires_at, revoked_at, last_used_at";

  private static final String ADMINS =
      """
      SELECT k.id
        FROM access.api_key k
       WHERE k.kind IN ('person', 'automation') AND k.revoked_at IS NULL
         AND (k.expires_at IS NULL OR (NOT $2 AND k.expires_at > $1))
         AND ('admin' = ANY (k.scopes)
              OR EXISTS (SELECT FROM access.grant_ g
                          WHERE g.principal_kind = k.kind AND g.principal = k.principal
                            AND g.right_ = 'admin' AND g.team = ''))
      """;

  void add(Tx tx, ApiKey key, KeyView view) {
    tx.update(
        """
        INSERT INTO access.api_key (id, kind, principal, secret_hash, scopes, created_at,
               expires_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        """,
        key.id(),
        view.kind(),
        view.principal(),
        hash(key),
        view.scopes().toArray(String[]::new),
        view.createdAt(),
        view.expiresAt());
  }

  /**
   * Stores a key of the configuration, or its new secret; a revoked key stays revoked. Returns
   * whether anything is new.
   */
  boolean register(Tx tx, ApiKey key, String kind, String principal, List<String> scopes) {
    return tx.update(
            """
        INSERT INTO access.api_key (id, kind, principal, secret_hash, scopes, created_at)
        VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (id) DO UPDATE SET secret_hash = excluded.secret_hash
         WHERE api_key.secret_hash <> excluded.secret_hash
        """,
            key.id(),
            kind,
            principal,
            hash(key),
            scopes.toArray(String[]::new),
            tx.now())
        > 0;
  }

  List<KeyView> after(
      Tx tx, String id, Optional<String> kind, Optional<String> principal, int limit) {
    return tx
        .query(
            "SELECT "
                + COLUMNS
                + " FROM access.api_key WHERE id > $1 AND ($2::text IS NULL OR kind = $2)"
                + " AND ($3::text IS NULL OR principal = $3) ORDER BY id LIMIT $4",
            id,
            kind.orElse(null),
            principal.orElse(null),
            (long) limit)
        .stream()
        .map(KeyRepository::key)
        .toList();
  }

  /** Locks grants and keys of admins: nobody else removes one before this transaction ends. */
  void lockAdmins(Tx tx) {
    tx.query("SELECT pg_advisory_xact_lock(hashtextextended('watchbill.last-admin', 0))");
  }

  /**
   * Returns the ids of the keys that have the right admin now.
   *
   * @param lasting only those that do not expire
   */
  Set<String> openingAsAdmin(Tx tx, boolean lasting) {
    return tx.query(ADMINS, tx.now(), lasting).stream()
        .map(row -> row.getString("id"))
        .collect(Collectors.toSet());
  }

  /** Whom a key belongs to. */
  record Holder(String kind, String principal) {}

  /** Returns whom a key belongs to. */
  Optional<Holder> holder(Tx tx, String id) {
    return tx.one("SELECT kind, principal FROM access.api_key WHERE id = $1", id)
        .map(row -> new Holder(row.getString("kind"), row.getString("principal")));
  }

  /** Revokes a key, and returns whether it exists. */
  boolean revoke(Tx tx, String id) {
    return tx.update(
            "UPDATE access.api_key SET revoked_at = coalesce(revoked_at, $2) WHERE id = $1",
            id,
            tx.now())
        > 0;
  }

  /** Returns how many keys a person has, those that were made and revoked within a day included. */
  long recent(Tx tx, String person) {
    return tx.one(
            """
            SELECT count(*) AS count FROM access.api_key
             WHERE kind = 'person' AND principal = $1
               AND (revoked_at IS NULL OR created_at > $2)
            """,
            person,
            tx.now().minus(DAY))
        .orElseThrow()
        .getLong("count");
  }

  /** Revokes all keys of a person. */
  public void revokeOf(Tx tx, String person) {
    tx.update(
        """
        UPDATE access.api_key SET revoked_at = $2
         WHERE kind = 'person' AND principal = $1 AND revoked_at IS NULL
        """,
        person,
        tx.now());
  }

  private static Object hash(ApiKey key) {
    return io.vertx.mutiny.core.buffer.Buffer.buffer(key.hash()).getDelegate();
  }

  private static KeyView key(Row row) {
    return new KeyView(
        row.getString("id"),
        null,
        row.getString("kind"),
        row.getString("principal"),
        Rows.strings(row, "scopes"),
        Rows.instant(row, "created_at"),
        Rows.instantOrNull(row, "expires_at"),
        Rows.instantOrNull(row, "revoked_at"),
        Rows.instantOrNull(row, "last_used_at"));
  }
}
