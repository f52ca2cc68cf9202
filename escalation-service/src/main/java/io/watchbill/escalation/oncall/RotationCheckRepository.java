package io.watchbill.escalation.oncall;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.kit.database.ClaimedRows;
import io.watchbill.kit.database.Rows;
import io.watchbill.kit.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads and writes which rotations are cached, and when the rotation-service is asked next. */
@ApplicationScoped
class RotationCheckRepository {
  private static final Duration FORGOTTEN = Duration.ofDays(30);

  private final ClaimedRows claimed;

  RotationCheckRepository(MeterRegistry metrics) {
    this.claimed = ClaimedRows.of(metrics, "shifts");
  }

  /**
   * Caches from now on the rotations that policies name, and forgets those that none has named for
   * long.
   */
  void name(Tx tx, Collection<String> rotations) {
    Instant now = tx.now();
    tx.update(
        "INSERT INTO cached_rotation (rotation, next_check_at, named_at) SELECT r, $2, $2 FROM"
            + " unnest($1::text[]) AS r ON CONFLICT (rotation) DO UPDATE SET named_at = $2 WHERE"
            + " cached_rotation.named_at < $3",
        rotations.toArray(new String[0]),
        now,
        now.minus(Duration.ofHours(1)));
    tx.update("DELETE FROM cached_rotation WHERE named_at < $1", now.minus(FORGOTTEN));
  }

  /** Claims the rotations to ask for now; no other replica takes them for a while. */
  List<RotationCheck> claim(Tx tx, int limit, Duration underWay) {
    List<Row> rows =
        tx.query(
            "UPDATE cached_rotation c SET next_check_at = $1, traceparent = NULL FROM (SELECT"
                + " rotation, traceparent FROM cached_rotation WHERE next_check_at <= $2 ORDER BY"
                + " next_check_at LIMIT $3 FOR UPDATE SKIP LOCKED) AS due WHERE c.rotation ="
                + " due.rotation RETURNING c.rotation, etag, known_from, known_until,"
                + " due.traceparent",
            tx.now().plus(underWay),
            tx.now(),
            (long) limit);
    return claimed.read(rows, row -> check(tx, row));
  }

  private static RotationCheck check(Tx tx, Row row) {
    return new RotationCheck(
        row.getString("rotation"),
        row.getString("etag"),
        Rows.instantOrNull(row, "known_from"),
        Rows.instantOrNull(row, "known_until"),
        tx.now(),
        row.getString("traceparent"));
  }

  /** Makes a rotation due at the next iteration, which continues a trace. */
  void checkSoon(Tx tx, String rotation, @Nullable String traceparent) {
    tx.update(
        "UPDATE cached_rotation SET next_check_at = $2, traceparent = $3 WHERE rotation = $1",
        rotation,
        tx.now(),
        traceparent);
  }

  /** Makes a rotation due after the pause, or earlier if that was requested meanwhile. */
  void checkAgain(Tx tx, String rotation, Duration pause) {
    tx.update(
        "UPDATE cached_rotation SET next_check_at = least(next_check_at, $2) WHERE rotation = $1",
        rotation,
        tx.now().plus(pause));
  }

  /** Returns the age of the oldest answer in seconds; 0 without any. */
  double oldestAnswerSeconds(Tx tx) {
    return tx.one(
            "SELECT coalesce(max(extract(epoch FROM $1 - coalesce(answered_at, named_at))),"
                + " 0)::float8 AS age FROM cached_rotation",
            tx.now().atOffset(java.time.ZoneOffset.UTC))
        .orElseThrow()
        .getDouble("age");
  }
}
