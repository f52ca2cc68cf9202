package io.watchbill.kit.timer;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.kit.claim.Floor;
import io.watchbill.kit.claim.Floors;
import io.watchbill.kit.database.ClaimedRows;
import io.watchbill.kit.database.Rows;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.loop.LoopPause;
import io.watchbill.kit.time.TimeShift;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Stores timers. */
final class TimerRepository {
  private static final Duration UNREADABLE = Duration.ofMinutes(1);

  private static final String SET =
      """
      INSERT INTO timer (kind, key, due, retry_at)
      VALUES ($1, $2, $3::timestamptz, greatest($3::timestamptz, $4::timestamptz))
      ON CONFLICT (kind, key)
      DO UPDATE SET due = excluded.due, retry_at = excluded.retry_at, attempts = 0
      """;

  private static final String OTHERS =
      """
      SELECT kind, key, due, attempts FROM timer
       WHERE retry_at >= $5 AND retry_at <= now() + $1 * interval '1 microsecond'
         AND kind || '' = $2 AND key <> $3 AND attempts = 0
       ORDER BY retry_at LIMIT $4 FOR UPDATE SKIP LOCKED
      """;

  private static final String OLDEST =
      """
      SELECT retry_at FROM timer
       WHERE kind || '' = ANY($1) AND retry_at >= $2 AND retry_at < $3 ORDER BY retry_at LIMIT 1
      """;

  private static final String PUT_OFF =
      """
      UPDATE timer SET attempts = attempts + 1, last_error = $3, retry_at = $4
       WHERE kind = $1 AND key = $2
      """;

  private final String[] kinds;
  private final TimeShift timeShift;
  private final ClaimedRows claimed;
  private final Floors floors;
  private final Floor floor;

  /** A timer that this transaction has locked. */
  record Claim(String kind, String key, Instant due, int attempts) {}

  /**
   * The timer that is due next.
   *
   * @param any whether one is due
   * @param claim empty when it cannot be read; then it is due again later
   */
  record Next(boolean any, Optional<Claim> claim) {}

  TimerRepository(Set<String> kinds, TimeShift timeShift, Floors floors, MeterRegistry metrics) {
    this.kinds = kinds.toArray(String[]::new);
    this.timeShift = timeShift;
    this.claimed = ClaimedRows.of(metrics, "timer");
    this.floors = floors;
    this.floor = floors.of(this::oldest);
  }

  /** Returns the pause of the loop that fires. */
  LoopPause untilDue(Duration poll) {
    return floors.untilDue(floor, poll);
  }

  void set(Tx tx, String kind, String key, Instant due) {
    tx.send(SET, kind, key, due, tx.now());
  }

  void remove(Tx tx, String kind, List<String> keys) {
    tx.send(
        "DELETE FROM timer WHERE kind = $1 AND key = ANY($2)", kind, keys.toArray(String[]::new));
  }

  /**
   * Uses the transaction's instant: with clock_timestamp() each query would read all waiting rows.
   */
  Next next(Tx tx) {
    List<Row> rows = tx.query(Timers.NEXT, shift(), kinds, floor.at());
    return new Next(!rows.isEmpty(), readable(tx, rows).stream().findFirst());
  }

  /** Returns other due timers of the same kind that have not failed yet. */
  List<Claim> others(Tx tx, Claim first, int most) {
    return readable(
        tx, tx.query(OTHERS, shift(), first.kind(), first.key(), (long) most, floor.at()));
  }

  /** Lets a timer that failed fire again later, each time after a longer pause. */
  void putOff(Tx tx, Claim claim, RuntimeException e) {
    long seconds = Math.min(60, 1L << Math.min(claim.attempts(), 6));
    tx.update(PUT_OFF, claim.kind(), claim.key(), String.valueOf(e), tx.now().plusSeconds(seconds));
  }

  private Optional<Instant> oldest(Tx tx, Instant from, Instant until) {
    return tx.one(OLDEST, kinds, from, until).map(row -> Rows.instant(row, "retry_at"));
  }

  private List<Claim> readable(Tx tx, List<Row> rows) {
    return claimed.read(rows, TimerRepository::claim, (row, e) -> putAside(tx, row, e));
  }

  private double shift() {
    return (double) timeShift.shift().toNanos() / 1000;
  }

  private static void putAside(Tx tx, Row row, RuntimeException e) {
    tx.send(
        PUT_OFF,
        row.getString("kind"),
        row.getString("key"),
        String.valueOf(e),
        tx.now().plus(UNREADABLE));
  }

  private static Claim claim(Row row) {
    return new Claim(
        row.getString("kind"),
        row.getString("key"),
        Rows.instant(row, "due"),
        row.getInteger("attempts"));
  }
}
