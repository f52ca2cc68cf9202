package io.watchbill.rotation.override;

import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.kit.database.Rows;
import io.watchbill.kit.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stores overrides. */
@ApplicationScoped
class OverrideRepository {
  private static final String COLUMNS =
      "id, rotation, role, kind, replaces, person, starts_at, ends_at, reason, author, created_at,"
          + " withdrawn_at";

  void add(Tx tx, ShiftOverride override) {
    tx.update(
        """
        INSERT INTO shift_override (id, rotation, role, kind, replaces, person, starts_at, ends_at,
               reason, author, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        """,
        override.id(),
        override.rotation(),
        override.role(),
        override.kind().wire(),
        override.replaces(),
        override.person(),
        override.from(),
        override.to(),
        override.reason(),
        override.author(),
        override.createdAt());
  }

  Optional<ShiftOverride> find(Tx tx, String rotation, UUID id) {
    return tx.one(
            "SELECT " + COLUMNS + " FROM shift_override WHERE rotation = $1 AND id = $2",
            rotation,
            id)
        .map(OverrideRepository::override);
  }

  List<ShiftOverride> all(Tx tx, List<UUID> ids) {
    return tx
        .query(
            "SELECT " + COLUMNS + " FROM shift_override WHERE id = ANY($1) ORDER BY id",
            (Object) ids.toArray(UUID[]::new))
        .stream()
        .map(OverrideRepository::override)
        .toList();
  }

  /** Returns the overrides that overlap the range, in the order in which they were created. */
  List<ShiftOverride> list(
      Tx tx,
      String rotation,
      Optional<Instant> from,
      Optional<Instant> to,
      @Nullable UUID after,
      int limit) {
    return tx
        .query(
            "SELECT "
                + COLUMNS
                + " FROM shift_override WHERE rotation = $1 AND ends_at > starts_at"
                + " AND ($2::timestamptz IS NULL OR ends_at > $2)"
                + " AND ($3::timestamptz IS NULL OR starts_at < $3)"
                + " AND ($4::uuid IS NULL OR id > $4) ORDER BY id LIMIT $5",
            rotation,
            from.orElse(null),
            to.orElse(null),
            after,
            (long) limit)
        .stream()
        .map(OverrideRepository::override)
        .toList();
  }

  /** Withdraws an override: one in progress ends now, a future one never begins. */
  void withdraw(Tx tx, UUID id) {
    tx.update(
        """
        UPDATE shift_override SET ends_at = greatest(starts_at, $2), withdrawn_at = $2 WHERE id = $1
        """,
        id,
        tx.now());
  }

  private static ShiftOverride override(Row row) {
    return new ShiftOverride(
        row.getUUID("id"),
        row.getString("rotation"),
        row.getString("role"),
        OverrideKind.ofWire(row.getString("kind")),
        row.getString("person"),
        row.getString("replaces"),
        Rows.instant(row, "starts_at"),
        Rows.instant(row, "ends_at"),
        row.getString("reason"),
        row.getString("author"),
        Rows.instant(row, "created_at"),
        Rows.instantOrNull(row, "withdrawn_at"));
  }
}
