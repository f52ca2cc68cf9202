package io.watchbill.rotation.coverage;

import io.watchbill.kit.database.Rows;
import io.watchbill.kit.database.Tx;
import io.watchbill.rotation.calendar.time.Span;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads absences and stores the findings that leads were notified of. */
@ApplicationScoped
class CoverageRepository {
  /** Returns the absences of people that overlap the range. */
  Map<String, List<Span>> absences(Tx tx, Collection<String> people, Span range) {
    Map<String, List<Span>> absences = new TreeMap<>();
    tx.query(
            """
            SELECT person, starts_at, ends_at
              FROM absence
             WHERE person = ANY($1) AND withdrawn_at IS NULL AND ends_at > $2 AND starts_at < $3
            """,
            people.toArray(String[]::new),
            range.start(),
            range.end())
        .forEach(
            row ->
                absences
                    .computeIfAbsent(row.getString("person"), p -> new ArrayList<>())
                    .add(new Span(Rows.instant(row, "starts_at"), Rows.instant(row, "ends_at"))));
    return absences;
  }

  /** Returns the findings that the lead was notified of and that still hold, as far as known. */
  List<NotifiedFinding> notified(Tx tx, String rotation, boolean contacts) {
    return tx
        .query(
            """
            SELECT role, starts_at, ends_at
              FROM notified_finding
             WHERE rotation = $1 AND (kind = 'no-contact') = $2
            """,
            rotation,
            contacts)
        .stream()
        .map(
            row ->
                new NotifiedFinding(
                    row.getString("role"),
                    new Span(Rows.instant(row, "starts_at"), Rows.instant(row, "ends_at"))))
        .toList();
  }

  /** Replaces the findings that the lead was notified of. */
  void remember(Tx tx, String rotation, boolean contacts, List<NotifiedFinding> notified) {
    tx.update(
        "DELETE FROM notified_finding WHERE rotation = $1 AND (kind = 'no-contact') = $2",
        rotation,
        contacts);
    tx.update(
        """
        INSERT INTO notified_finding (rotation, kind, role, starts_at, ends_at, notified_at)
        SELECT $1, $2, role, starts_at, ends_at, $6
          FROM unnest($3::text[], $4::timestamptz[], $5::timestamptz[]) AS notified (role,
                 starts_at, ends_at)
        ON CONFLICT DO NOTHING
        """,
        rotation,
        contacts ? "no-contact" : "shifts",
        notified.stream().map(NotifiedFinding::place).toArray(String[]::new),
        notified.stream().map(t -> t.span().start()).toArray(Instant[]::new),
        notified.stream().map(t -> t.span().end()).toArray(Instant[]::new),
        tx.now());
  }
}
