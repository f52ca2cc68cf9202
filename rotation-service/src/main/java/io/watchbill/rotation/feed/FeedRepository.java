package io.watchbill.rotation.feed;

import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.kit.database.Rows;
import io.watchbill.kit.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stores feeds. */
@ApplicationScoped
public class FeedRepository {
  private static final String COLUMNS =
      "id, rotation, role, person, author, created_at, revoked_at";

  void add(Tx tx, Feed feed, byte[] hash) {
    tx.update(
        """
        INSERT INTO feed (id, rotation, role, person, author, created_at, token_hash)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        """,
        feed.id(),
        feed.rotation(),
        feed.role(),
        feed.person(),
        feed.author(),
        feed.createdAt(),
        Buffer.buffer(hash).getDelegate());
  }

  /** Returns the feed of a token, unless it is revoked. */
  Optional<Feed> ofToken(Tx tx, byte[] hash) {
    return tx.one(
            "SELECT " + COLUMNS + " FROM feed WHERE token_hash = $1 AND revoked_at IS NULL",
            Buffer.buffer(hash).getDelegate())
        .map(FeedRepository::feed);
  }

  Optional<Feed> find(Tx tx, UUID id) {
    return tx.one("SELECT " + COLUMNS + " FROM feed WHERE id = $1", id).map(FeedRepository::feed);
  }

  /** Returns the feeds that are not revoked, of one author or of all. */
  List<Feed> list(Tx tx, Optional<String> author, @Nullable UUID after, int limit) {
    return tx
        .query(
            "SELECT "
                + COLUMNS
                + " FROM feed WHERE revoked_at IS NULL AND ($1::text IS NULL OR author = $1)"
                + " AND ($2::uuid IS NULL OR id > $2) ORDER BY id LIMIT $3",
            author.orElse(null),
            after,
            (long) limit)
        .stream()
        .map(FeedRepository::feed)
        .toList();
  }

  void revoke(Tx tx, UUID id) {
    tx.update("UPDATE feed SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL", id, tx.now());
  }

  /** Revokes the feeds of a person and those that they made. */
  public void revokeOf(Tx tx, String person) {
    tx.update(
        """
        UPDATE feed SET revoked_at = $2
         WHERE (person = $1 OR author = 'person:' || $1) AND revoked_at IS NULL
        """,
        person,
        tx.now());
  }

  private static Feed feed(Row row) {
    return new Feed(
        row.getUUID("id"),
        row.getString("rotation"),
        row.getString("role"),
        row.getString("person"),
        row.getString("author"),
        Rows.instant(row, "created_at"),
        Rows.instantOrNull(row, "revoked_at"),
        null);
  }
}
