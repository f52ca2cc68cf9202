package io.watchbill.escalation.oncall;

import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.escalation.plan.shifts.CachedRotation;
import io.watchbill.escalation.plan.shifts.CachedShift;
import io.watchbill.escalation.plan.wording.Wording;
import io.watchbill.kit.database.Rows;
import io.watchbill.kit.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads and writes cached rotations and their shifts. */
@ApplicationScoped
class CachedShiftRepository {
  /** The shifts of a range, and the next one of each role after it: when the shift changes. */
  private static final String SHIFTS =
      """
      SELECT rotation, role, people, start_at, end_at, reason FROM cached_shift
       WHERE rotation = ANY($1) AND start_at <= $3 AND end_at > $2
      UNION ALL
      (SELECT DISTINCT ON (rotation, role) rotation, role, people, start_at, end_at, reason
         FROM cached_shift WHERE rotation = ANY($1) AND start_at > $3
        ORDER BY rotation, role, start_at)
      ORDER BY rotation, role, start_at
      """;

  /**
   * Returns the cached rotations with their shifts of a range.
   *
   * <p>Reads rotations before their shifts: the other way round, an answer that is stored in
   * between would look like a rotation without shifts, and unknown would become nobody.
   */
  Map<String, CachedRotation> between(
      Tx tx, Collection<String> rotations, Instant from, Instant until) {
    if (rotations.isEmpty()) {
      return Map.of();
    }
    String[] names = rotations.toArray(new String[0]);
    List<Row> answered =
        tx.query(
            "SELECT rotation, known_from, known_until, roles, missing, answered_at, error FROM"
                + " cached_rotation WHERE rotation = ANY($1) AND answered_at IS NOT NULL",
            (Object) names);
    Map<String, List<CachedShift>> shifts = shifts(tx, names, from, until);
    Map<String, CachedRotation> cached = new HashMap<>();
    answered.forEach(row -> cached.put(row.getString("rotation"), rotation(row, shifts)));
    return cached;
  }

  /** Returns the reason that marks everything decided by an answer that could not be renewed. */
  private static @Nullable String doubt(Row row) {
    String error = row.getString("error");
    return error == null
        ? null
        : "cached answer of "
            + Wording.instant(Rows.instant(row, "answered_at"), ZoneOffset.UTC)
            + ", "
            + error;
  }

  private static Map<String, List<CachedShift>> shifts(
      Tx tx, String[] rotations, Instant from, Instant until) {
    Map<String, List<CachedShift>> shifts = new HashMap<>();
    tx.query(SHIFTS, rotations, from, until)
        .forEach(
            row ->
                shifts
                    .computeIfAbsent(row.getString("rotation"), name -> new ArrayList<>())
                    .add(shift(row)));
    return shifts;
  }

  private static CachedShift shift(Row row) {
    return new CachedShift(
        row.getString("role"),
        Rows.strings(row, "people"),
        Rows.instant(row, "start_at"),
        Rows.instant(row, "end_at"),
        row.getString("reason"));
  }

  private static CachedRotation rotation(Row row, Map<String, List<CachedShift>> shifts) {
    if (row.getBoolean("missing")) {
      return new CachedRotation.Missing();
    }
    return new CachedRotation.Known(
        Rows.instant(row, "known_from"),
        Rows.instant(row, "known_until"),
        Set.copyOf(Rows.strings(row, "roles")),
        shifts.getOrDefault(row.getString("rotation"), List.of()),
        doubt(row));
  }

  /** Replaces the cached shifts of a rotation. */
  void replace(
      Tx tx,
      String rotation,
      @Nullable String etag,
      Instant from,
      Instant until,
      ShiftsAnswer answer) {
    int known =
        tx.update(
            "UPDATE cached_rotation SET etag = $2, known_from = $3, known_until = $4, roles = $5,"
                + " missing = false, answered_at = $6, error = NULL WHERE rotation = $1",
            rotation,
            etag,
            from,
            until,
            roles(answer),
            tx.now());
    tx.update("DELETE FROM cached_shift WHERE rotation = $1", rotation);
    List<ShiftsAnswer.Shift> shifts = answer.cached();
    if (known == 1 && !shifts.isEmpty()) {
      insert(tx, rotation, shifts);
    }
  }

  private static void insert(Tx tx, String rotation, List<ShiftsAnswer.Shift> shifts) {
    tx.update(
        "INSERT INTO cached_shift (rotation, role, start_at, end_at, people, reason) SELECT $1, role,"
            + " start_at, end_at, string_to_array(people, ','), reason FROM unnest($2::text[],"
            + " $3::timestamptz[], $4::timestamptz[], $5::text[], $6::text[]) AS s (role,"
            + " start_at, end_at, people, reason)",
        rotation,
        shifts.stream().map(ShiftsAnswer.Shift::role).toArray(String[]::new),
        shifts.stream().map(ShiftsAnswer.Shift::start).toArray(Instant[]::new),
        shifts.stream().map(ShiftsAnswer.Shift::end).toArray(Instant[]::new),
        shifts.stream().map(shift -> String.join(",", shift.people())).toArray(String[]::new),
        shifts.stream().map(ShiftsAnswer.Shift::reason).toArray(String[]::new));
  }

  private static String[] roles(ShiftsAnswer answer) {
    return Stream.concat(
            answer.shifts().stream().map(ShiftsAnswer.Shift::role),
            answer.gaps().stream().map(ShiftsAnswer.Gap::role))
        .collect(java.util.stream.Collectors.toCollection(TreeSet::new))
        .toArray(new String[0]);
  }

  void unchanged(Tx tx, String rotation) {
    tx.update(
        "UPDATE cached_rotation SET answered_at = $2, error = NULL WHERE rotation = $1",
        rotation,
        tx.now());
  }

  void missing(Tx tx, String rotation) {
    tx.update(
        "UPDATE cached_rotation SET missing = true, etag = NULL, answered_at = $2, error = NULL WHERE"
            + " rotation = $1",
        rotation,
        tx.now());
    tx.update("DELETE FROM cached_shift WHERE rotation = $1", rotation);
  }

  /** Notes that a request failed; the old answer stays in use. */
  void failed(Tx tx, String rotation, String error) {
    tx.update("UPDATE cached_rotation SET error = $2 WHERE rotation = $1", rotation, error);
  }
}
