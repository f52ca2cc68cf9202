package io.watchbill.rotation.absence;

import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.kit.database.Rows;
import io.watchbill.kit.database.Tx;
import io.watchbill.rotation.calendar.time.Span;
import io.watchbill.rotation.exchange.Authorship;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stores absences. */
@ApplicationScoped
class AbsenceRepository {
  private static final String COLUMNS =
      "id, person, kind, starts_at, ends_at, reason, author, created_at, withdrawn_at, overrides";

  void add(Tx tx, Absence absence) {
    tx.update(
        """
        INSERT INTO absence (id, person, kind, starts_at, ends_at, reason, author, created_at,
               overrides)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """,
        absence.id(),
        absence.person(),
        absence.kind().name().toLowerCase(Locale.ROOT),
        absence.span().start(),
        absence.span().end(),
        absence.authorship().reason(),
        absence.authorship().author(),
        absence.authorship().at(),
        absence.overrides().toArray(UUID[]::new));
  }

  Optional<Absence> find(Tx tx, String person, UUID id) {
    return tx.one("SELECT " + COLUMNS + " FROM absence WHERE person = $1 AND id = $2", person, id)
        .map(AbsenceRepository::absence);
  }

  Optional<Absence> lock(Tx tx, String person, UUID id) {
    return tx.one(
            "SELECT " + COLUMNS + " FROM absence WHERE person = $1 AND id = $2 FOR UPDATE",
            person,
            id)
        .map(AbsenceRepository::absence);
  }

  /**
   * Returns the person's absences that end in the future and are not withdrawn, in the order in
   * which they were added.
   */
  List<Absence> ahead(Tx tx, String person, @Nullable UUID after, int limit) {
    return tx
        .query(
            "SELECT "
                + COLUMNS
                + " FROM absence WHERE person = $1 AND withdrawn_at IS NULL AND ends_at > $2"
                + " AND ($3::uuid IS NULL OR id > $3) ORDER BY id LIMIT $4",
            person,
            tx.now(),
            after,
            (long) limit)
        .stream()
        .map(AbsenceRepository::absence)
        .toList();
  }

  /** Returns the absences of people that overlap a span and are not withdrawn. */
  List<Absence> within(Tx tx, Collection<String> people, Span span) {
    return tx
        .query(
            "SELECT "
                + COLUMNS
                + " FROM absence WHERE person = ANY($1) AND withdrawn_at IS NULL"
                + " AND starts_at < $3 AND ends_at > $2 ORDER BY starts_at, id",
            people.toArray(String[]::new),
            span.start(),
            span.end())
        .stream()
        .map(AbsenceRepository::absence)
        .toList();
  }

  void withdraw(Tx tx, UUID id) {
    tx.update("UPDATE absence SET withdrawn_at = $2 WHERE id = $1", id, tx.now());
  }

  /** Returns whether the person has an absence of exactly this span. */
  boolean knows(Tx tx, String person, Span span) {
    return tx.one(
            """
            SELECT 1 AS one
              FROM absence
             WHERE person = $1 AND starts_at = $2 AND ends_at = $3 AND withdrawn_at IS NULL
             LIMIT 1
            """,
            person,
            span.start(),
            span.end())
        .isPresent();
  }

  private static Absence absence(Row row) {
    return new Absence(
        row.getUUID("id"),
        row.getString("person"),
        Absence.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        new Span(Rows.instant(row, "starts_at"), Rows.instant(row, "ends_at")),
        new Authorship(
            row.getString("author"), Rows.instant(row, "created_at"), row.getString("reason")),
        Optional.ofNullable(Rows.instantOrNull(row, "withdrawn_at")),
        List.of(row.getArrayOfUUIDs("overrides")));
  }
}
