package io.watchbill.incident.incident;

import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.incident.lifecycle.ClockKind;
import io.watchbill.incident.lifecycle.SlaClock;
import io.watchbill.kit.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Stores the clocks of incidents, a row for each kind, under the lock of the incident. */
@ApplicationScoped
class ClockRepository {
  /** The clocks of an incident {@code i}, as one row of arrays. */
  static final String OF_INCIDENT =
      """
      (SELECT array_agg(kind) AS clock_kinds, array_agg(due) AS clock_dues,
              array_agg(met_at) AS clock_mets, array_agg(breach_recorded) AS clock_breaches
         FROM {clocks} WHERE incident_id = i.id)""";

  private static final String STORE =
      """
      INSERT INTO {clocks} (incident_id, kind, due, met_at, breach_recorded)
      SELECT $1, kind, due, met_at, breach_recorded
        FROM unnest($2::text[], $3::timestamptz[], $4::timestamptz[], $5::boolean[])
          AS c (kind, due, met_at, breach_recorded)
      ON CONFLICT (incident_id, kind)
      DO UPDATE SET due = excluded.due, met_at = excluded.met_at,
        breach_recorded = excluded.breach_recorded
      """;

  private static final String TAKE =
      """
      WITH taken AS (DELETE FROM {clocks} WHERE incident_id = $1 RETURNING *)
      """;

  private static final String PUT =
      """
      INSERT INTO {clocks} (incident_id, kind, due, met_at, breach_recorded)
      SELECT incident_id, kind, due, met_at, breach_recorded FROM taken
      """;

  /** Stores clocks of an incident; those that are not named stay as they are. */
  void store(Tx tx, IncidentTables tables, UUID incident, Map<ClockKind, SlaClock> clocks) {
    if (clocks.isEmpty()) {
      return;
    }
    List<ClockKind> kinds = List.copyOf(clocks.keySet());
    List<SlaClock> values = kinds.stream().map(clocks::get).toList();
    tx.send(
        tables.in(STORE),
        incident,
        kinds.stream().map(ClockKind::word).toArray(String[]::new),
        values.stream().map(SlaClock::due).toArray(Instant[]::new),
        values.stream().map(clock -> clock.met().orElse(null)).toArray(Instant[]::new),
        values.stream().map(SlaClock::breachRecorded).toArray(Boolean[]::new));
  }

  /** Moves the clocks of an incident along with it. */
  void move(Tx tx, UUID incident, IncidentTables from, IncidentTables to) {
    tx.send(from.in(TAKE) + to.in(PUT), incident);
  }

  /** Reads what {@link #OF_INCIDENT} selects; kinds of a newer version are left alone. */
  static Map<ClockKind, SlaClock> read(Row row) {
    Map<ClockKind, SlaClock> clocks = new EnumMap<>(ClockKind.class);
    String[] kinds = row.getArrayOfStrings("clock_kinds");
    if (kinds == null) {
      return clocks;
    }
    OffsetDateTime[] dues = row.getArrayOfOffsetDateTimes("clock_dues");
    OffsetDateTime[] mets = row.getArrayOfOffsetDateTimes("clock_mets");
    Boolean[] breaches = row.getArrayOfBooleans("clock_breaches");
    for (int i = 0; i < kinds.length; i++) {
      Optional<Instant> met = Optional.ofNullable(mets[i]).map(OffsetDateTime::toInstant);
      SlaClock clock = new SlaClock(dues[i].toInstant(), met, breaches[i]);
      ClockKind.of(kinds[i]).ifPresent(kind -> clocks.put(kind, clock));
    }
    return clocks;
  }
}
