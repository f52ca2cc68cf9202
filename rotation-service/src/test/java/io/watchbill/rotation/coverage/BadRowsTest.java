package io.watchbill.rotation.coverage;

import static io.watchbill.rotation.Api.rotation;
import static io.watchbill.rotation.Api.standing;
import static io.watchbill.rotation.Api.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.kit.database.Database;
import io.watchbill.testkit.Metrics;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Wherever rows are claimed, one that cannot be read or fails does so alone, with an alarm. */
@QuarkusTest
class BadRowsTest {
  @Inject Database database;

  private final String bad = unique("bad");
  private final String good = unique("good");

  /** Copies a rotation that was never read, so that nothing of it is remembered, and spoils it. */
  @BeforeEach
  void oneRotationCannotBeRead() {
    rotation(good, standing("primary", "bob"));
    await().until(() -> count("timer WHERE key = $1 AND retry_at <= now()", good) == 0);
    run(
        "INSERT INTO rotation SELECT (jsonb_populate_record(r, jsonb_build_object('id', $1::text))).*"
            + " FROM rotation r WHERE id = $2",
        bad,
        good);
    run(
        "INSERT INTO rotation_version SELECT (jsonb_populate_record(v, jsonb_build_object("
            + "'rotation', $1::text, 'definition', 7))).* FROM rotation_version v"
            + " WHERE rotation = $2",
        bad,
        good);
    run(
        "INSERT INTO timer SELECT (jsonb_populate_record(t, jsonb_build_object('key', $1::text))).*"
            + " FROM timer t WHERE kind = 'coverage-check' AND key = $2",
        bad,
        good);
  }

  @AfterEach
  void itIsGone() {
    run("DELETE FROM timer WHERE key = $1", bad);
    run("DELETE FROM contact_check WHERE rotation = $1", bad);
    run("DELETE FROM rotation_version WHERE rotation = $1", bad);
    run("DELETE FROM rotation WHERE id = $1", bad);
  }

  @Test
  void aLookAtThePeopleOfARotation() {
    double before = Metrics.sum("watchbill_rows_unreadable_total{kind=\"contact-check\"");

    run(LOOK, bad, "2 hours");
    run(LOOK, good, "1 hour");

    await().until(() -> count("contact_check WHERE rotation = $1 AND due <= now()", good) == 0);
    assertThat(Metrics.sum("watchbill_rows_unreadable_total{kind=\"contact-check\""))
        .isGreaterThan(before);
    assertThat(count("contact_check WHERE rotation = $1 AND due > now()", bad)).isOne();
  }

  private static final String LOOK =
      "INSERT INTO contact_check (rotation, due) VALUES ($1, now() - $2::text::interval)"
          + " ON CONFLICT (rotation) DO UPDATE SET due = excluded.due";

  @Test
  void aTimer() {
    double before = Metrics.sum("watchbill_timer_failures_total");

    run(TIMER, bad, "2 hours");
    run(TIMER, good, "1 hour");

    await().until(() -> count("timer WHERE key = $1 AND retry_at <= now()", good) == 0);
    await().until(() -> count("timer WHERE key = $1 AND attempts > 0", bad) > 0);
    assertThat(count("timer WHERE key = $1 AND attempts > 0", good)).isZero();
    assertThat(Metrics.sum("watchbill_timer_failures_total")).isGreaterThan(before);
  }

  private static final String TIMER =
      "UPDATE timer SET retry_at = now() - $2::text::interval WHERE kind = 'coverage-check' AND key = $1";

  private void run(String sql, Object... values) {
    database.inTransaction(tx -> tx.update(sql, values));
  }

  private long count(String where, String value) {
    return database.read(
        tx -> tx.one("SELECT count(*) AS n FROM " + where, value).orElseThrow().getLong("n"));
  }
}
