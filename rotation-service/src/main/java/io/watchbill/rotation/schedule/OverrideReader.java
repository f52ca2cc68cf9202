package io.watchbill.rotation.schedule;

import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.kit.database.Rows;
import io.watchbill.kit.database.Tx;
import io.watchbill.rotation.calendar.definition.Addition;
import io.watchbill.rotation.calendar.definition.Replacement;
import io.watchbill.rotation.calendar.time.Span;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Reads overrides in the form of the calendar. */
@ApplicationScoped
class OverrideReader {

  /** The overrides of one rotation. */
  record Overrides(List<Replacement> replacements, List<Addition> additions) {
    static final Overrides NONE = new Overrides(List.of(), List.of());
  }

  /**
   * Queries the overrides that overlap the range, for each rotation in the order in which they were
   * created.
   *
   * @return waits for the result
   */
  Supplier<Map<String, Overrides>> touching(Tx tx, Collection<String> rotations, Span range) {
    Instant before = range.end().equals(Instant.MAX) ? null : range.end();
    Supplier<List<Row>> rows =
        tx.ask(
            """
            SELECT id, rotation, role, kind, replaces, person, starts_at, ends_at, reason
              FROM shift_override
             WHERE rotation = ANY($1) AND ends_at > $2 AND ends_at > starts_at
               AND ($3::timestamptz IS NULL OR starts_at < $3)
             ORDER BY created_at, id
            """,
            rotations.toArray(String[]::new),
            range.start(),
            before);
    return () ->
        rows.get().stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.getString("rotation"),
                    Collectors.collectingAndThen(Collectors.toList(), OverrideReader::overrides)));
  }

  private static Overrides overrides(List<Row> rows) {
    return new Overrides(
        rows.stream().filter(row -> !adds(row)).map(OverrideReader::replacement).toList(),
        rows.stream().filter(OverrideReader::adds).map(OverrideReader::addition).toList());
  }

  private static boolean adds(Row row) {
    return row.getString("kind").equals("add");
  }

  private static Addition addition(Row row) {
    return new Addition(
        row.getUUID("id").toString(),
        row.getString("role"),
        span(row),
        row.getString("person"),
        row.getString("reason"));
  }

  private static Replacement replacement(Row row) {
    return new Replacement(
        row.getUUID("id").toString(),
        row.getString("role"),
        span(row),
        Optional.ofNullable(row.getString("replaces")),
        Optional.ofNullable(row.getString("person")),
        row.getString("reason"));
  }

  private static Span span(Row row) {
    return new Span(Rows.instant(row, "starts_at"), Rows.instant(row, "ends_at"));
  }
}
