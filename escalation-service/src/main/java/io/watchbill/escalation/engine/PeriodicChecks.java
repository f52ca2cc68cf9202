package io.watchbill.escalation.engine;

import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * Checks that one replica runs for all of them, now and then: however many replicas there are, it
 * costs the same. If that replica dies, another one runs the next check.
 */
@ApplicationScoped
class PeriodicChecks {
  /**
   * One that is due later than any replica would have put it was put there by a clock that has been
   * set back since. Twice the time: those who come at once have not the same now.
   */
  private static final String BEGIN =
      """
      INSERT INTO periodic_check AS i (name, next_at, ended_at, found) VALUES ($1, $3, $2, 0)
      ON CONFLICT (name) DO UPDATE SET next_at = excluded.next_at
       WHERE i.next_at <= $2 OR i.next_at > $4
      """;

  private final Database database;

  PeriodicChecks(Database database) {
    this.database = database;
  }

  /**
   * The last check that succeeded.
   *
   * @param found number of findings
   */
  record Last(Instant ended, long found) {}

  /** Returns whether this replica must begin a check now; the next is due after the pause. */
  boolean begin(String name, Duration every) {
    return database.inTransaction(
        tx -> {
          Instant now = tx.now();
          Instant next = now.plus(every);
          return tx.update(BEGIN, name, now, next, next.plus(every)) == 1;
        });
  }

  /**
   * Checks, if this replica must now.
   *
   * @param check returns its number of findings
   */
  void run(String name, Duration every, LongSupplier check) {
    if (begin(name, every)) {
      ended(name, check.getAsLong());
    }
  }

  /** Records that the check succeeded. */
  void ended(String name, long found) {
    database.inTransaction(
        tx ->
            tx.update(
                "UPDATE periodic_check SET ended_at = $2, found = $3 WHERE name = $1",
                name,
                tx.now(),
                found));
  }

  /** Records that the check failed: any replica begins the next after the pause. */
  void failed(String name, Duration pause) {
    postpone(name, pause);
  }

  /** Records that the check continues: nobody begins the next before the pause is over. */
  void postpone(String name, Duration pause) {
    database.inTransaction(
        tx ->
            tx.update(
                "UPDATE periodic_check SET next_at = $2 WHERE name = $1",
                name,
                tx.now().plus(pause)));
  }

  /** Returns the last check that succeeded on any replica. */
  Last last(String name) {
    return database
        .read(tx -> tx.one("SELECT ended_at, found FROM periodic_check WHERE name = $1", name))
        .map(row -> new Last(Rows.instant(row, "ended_at"), row.getLong("found")))
        .orElseThrow();
  }
}
