package io.watchbill.rotation.coverage;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.kit.claim.Floor;
import io.watchbill.kit.claim.Floors;
import io.watchbill.kit.database.ClaimedRows;
import io.watchbill.kit.database.Rows;
import io.watchbill.kit.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** The rotations whose people are due for a contact check. */
@ApplicationScoped
class DueContactChecks {
  /** How long one replica has for a check; after that it is due again. */
  private static final Duration LEASE = Duration.ofMinutes(5);

  static final String CLAIM =
      """
      UPDATE contact_check SET due = $2
       WHERE rotation = (SELECT rotation FROM contact_check WHERE due BETWEEN $3 AND $1
                          ORDER BY due LIMIT 1 FOR UPDATE SKIP LOCKED)
      RETURNING rotation, due
      """;

  private static final String OLDEST =
      "SELECT due FROM contact_check WHERE due >= $1 AND due < $2 ORDER BY due LIMIT 1";

  private final ClaimedRows claimed;
  private final Floor floor;

  DueContactChecks(Floors floors, MeterRegistry metrics) {
    this.claimed = ClaimedRows.of(metrics, "contact-check");
    this.floor = floors.of(DueContactChecks::oldest);
  }

  private static Optional<Instant> oldest(Tx tx, Instant from, Instant until) {
    return tx.one(OLDEST, from, until).map(row -> Rows.instant(row, "due"));
  }

  /**
   * A check claimed by this replica.
   *
   * @param until when another replica may claim it
   */
  record ContactCheck(String rotation, Instant until) {}

  /**
   * The result of a claim.
   *
   * @param any whether something was due
   * @param task empty when it cannot be read
   */
  record Claimed<T>(boolean any, Optional<T> task) {}

  void set(Tx tx, String rotation) {
    tx.send(
        """
        INSERT INTO contact_check (rotation, due)
        VALUES ($1, $2)
        ON CONFLICT (rotation) DO UPDATE SET due = excluded.due
        """,
        rotation,
        tx.now());
  }

  /**
   * Claims a check that is due and reads its rotation; one that cannot be read is due again when
   * the lease ends.
   */
  <T> Claimed<T> claim(Tx tx, BiFunction<Tx, ContactCheck, T> reader) {
    List<Row> rows = tx.query(CLAIM, tx.now(), tx.now().plus(LEASE), floor.at());
    return new Claimed<>(
        !rows.isEmpty(),
        claimed.read(tx, rows, row -> reader.apply(tx, check(row))).stream().findFirst());
  }

  private static ContactCheck check(Row row) {
    return new ContactCheck(row.getString("rotation"), Rows.instant(row, "due"));
  }

  /**
   * Completes a check; false when it became due again in the meantime, or another replica has
   * claimed it.
   */
  boolean end(Tx tx, ContactCheck due) {
    return tx.update(
            "DELETE FROM contact_check WHERE rotation = $1 AND due = $2",
            due.rotation(),
            due.until())
        == 1;
  }
}
