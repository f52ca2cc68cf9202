package io.watchbill.escalation.oncall;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.escalation.plan.shifts.Window;
import io.watchbill.escalation.plan.shifts.WorkingTime;
import io.watchbill.kit.database.ClaimedRows;
import io.watchbill.kit.database.Rows;
import io.watchbill.kit.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads and writes cached working time. */
@ApplicationScoped
class WorkingTimeRepository {
  private static final String COLUMNS = "id, zone, always, known_from, known_until, starts, ends";
  private static final Duration FORGOTTEN = Duration.ofDays(30);

  private final ClaimedRows claimed;

  WorkingTimeRepository(MeterRegistry metrics) {
    this.claimed = ClaimedRows.of(metrics, "working-time");
  }

  /** Whose working time it is. */
  enum Kind {
    ROTATION("rotation"),
    PERSON("person");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    static Kind of(String text) {
      return text.equals(PERSON.text) ? PERSON : ROTATION;
    }
  }

  /** A working time to ask for. */
  record Check(
      Kind kind, String id, @Nullable String etag, @Nullable Instant knownFrom, Instant at) {}

  /** Returns the working time of each rotation that is known. */
  Map<String, WorkingTime> rotations(Tx tx, Collection<String> rotations) {
    return rotations.isEmpty()
        ? Map.of()
        : read(
            tx.query(
                "SELECT "
                    + COLUMNS
                    + " FROM cached_working_time WHERE kind = 'rotation' AND id = ANY($1) AND"
                    + " answered_at IS NOT NULL",
                (Object) rotations.toArray(new String[0])));
  }

  /** Returns the working time of these people, and of those who have shifts in the rotations. */
  Map<String, WorkingTime> people(Tx tx, Collection<String> rotations, Collection<String> people) {
    return read(
        tx.query(
            "SELECT "
                + COLUMNS
                + " FROM cached_working_time WHERE kind = 'person' AND answered_at IS NOT NULL AND"
                + " (id = ANY($1) OR id IN (SELECT unnest(people) FROM cached_shift WHERE rotation ="
                + " ANY($2)))",
            people.toArray(new String[0]),
            rotations.toArray(new String[0])));
  }

  /** Caches from now on what policies need, and forgets what none has needed for long. */
  void name(Tx tx, Collection<String> rotations, Collection<String> people) {
    name(tx, "SELECT 'rotation', id FROM unnest($1::text[]) AS id", rotations);
    name(tx, "SELECT 'person', id FROM unnest($1::text[]) AS id", people);
    tx.update("DELETE FROM cached_working_time WHERE named_at < $1", tx.now().minus(FORGOTTEN));
  }

  /** Caches from now on the working time of all people who have shifts in rotations. */
  void nameResponders(Tx tx, Collection<String> rotations) {
    name(
        tx,
        "SELECT DISTINCT 'person', unnest(people) FROM cached_shift WHERE rotation = ANY($1)",
        rotations);
  }

  private static void name(Tx tx, String what, Collection<String> names) {
    if (!names.isEmpty()) {
      tx.update(
          "INSERT INTO cached_working_time (kind, id, next_check_at, named_at) SELECT w.*, $2, $2"
              + " FROM ("
              + what
              + ") AS w (kind, id) ON CONFLICT (kind, id) DO UPDATE SET named_at = $2 WHERE"
              + " cached_working_time.named_at < $3",
          names.toArray(new String[0]),
          tx.now(),
          tx.now().minus(Duration.ofHours(1)));
    }
  }

  /** Claims what to ask for now; no other replica takes it before the next time. */
  List<Check> claim(Tx tx, int limit, Duration every) {
    List<Row> rows =
        tx.query(
            "UPDATE cached_working_time SET next_check_at = $1 WHERE (kind, id) IN (SELECT kind, id"
                + " FROM cached_working_time WHERE next_check_at <= $2 ORDER BY next_check_at LIMIT"
                + " $3 FOR UPDATE SKIP LOCKED) RETURNING kind, id, etag, known_from",
            tx.now().plus(every),
            tx.now(),
            (long) limit);
    return claimed.read(rows, row -> check(tx, row));
  }

  private static Check check(Tx tx, Row row) {
    return new Check(
        Kind.of(row.getString("kind")),
        row.getString("id"),
        row.getString("etag"),
        Rows.instantOrNull(row, "known_from"),
        tx.now());
  }

  /** Replaces a cached working time. */
  void replace(
      Tx tx,
      Check check,
      @Nullable String etag,
      Instant from,
      Instant until,
      WorkingTimeAnswer answer) {
    tx.update(
        "UPDATE cached_working_time SET etag = $3, zone = $4, always = $5, known_from = $6,"
            + " known_until = $7, starts = $8, ends = $9, answered_at = $10, error = NULL WHERE"
            + " kind = $1 AND id = $2",
        check.kind().text,
        check.id(),
        etag,
        answer.zone(),
        answer.always(),
        from,
        until,
        answer.items().stream().map(WorkingTimeAnswer.Item::from).toArray(Instant[]::new),
        answer.items().stream().map(WorkingTimeAnswer.Item::to).toArray(Instant[]::new),
        tx.now());
  }

  void unchanged(Tx tx, Check check) {
    tx.update(
        "UPDATE cached_working_time SET answered_at = $3, error = NULL WHERE kind = $1 AND id = $2",
        check.kind().text,
        check.id(),
        tx.now());
  }

  /** Marks it as unknown. */
  void missing(Tx tx, Check check) {
    tx.update(
        "UPDATE cached_working_time SET answered_at = NULL, etag = NULL, error = NULL WHERE kind ="
            + " $1 AND id = $2",
        check.kind().text,
        check.id());
  }

  /** Notes that a request failed; the old answer stays in use as far as it reaches. */
  void failed(Tx tx, Check check, String error) {
    tx.update(
        "UPDATE cached_working_time SET error = $3 WHERE kind = $1 AND id = $2",
        check.kind().text,
        check.id(),
        error);
  }

  private static Map<String, WorkingTime> read(List<Row> rows) {
    Map<String, WorkingTime> read = new HashMap<>();
    rows.forEach(row -> read.put(row.getString("id"), workingTime(row)));
    return read;
  }

  private static WorkingTime workingTime(Row row) {
    OffsetDateTime[] starts = row.getArrayOfOffsetDateTimes("starts");
    OffsetDateTime[] ends = row.getArrayOfOffsetDateTimes("ends");
    List<Window> windows = new ArrayList<>();
    for (int i = 0; i < starts.length; i++) {
      windows.add(new Window(starts[i].toInstant(), ends[i].toInstant()));
    }
    return new WorkingTime(
        row.getString("zone"),
        row.getBoolean("always"),
        Rows.instant(row, "known_from"),
        Rows.instant(row, "known_until"),
        windows);
  }
}
