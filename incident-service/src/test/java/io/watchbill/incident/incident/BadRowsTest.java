package io.watchbill.incident.incident;

import static io.watchbill.incident.Api.admin;
import static io.watchbill.incident.Api.incident;
import static io.watchbill.incident.Api.kinds;
import static io.watchbill.incident.Api.opened;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.id.Ids;
import io.watchbill.testkit.Metrics;
import io.watchbill.testkit.MovableTime;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Wherever rows are claimed, one that cannot be read or fails does so alone, with an alarm. */
@QuarkusTest
class BadRowsTest {
  @Inject MovableTime time;
  @Inject Database database;

  @AfterEach
  void nothingIsLeft() {
    time.reset();
    database.inTransaction(
        tx -> {
          tx.update("DELETE FROM timer WHERE key = 'of no incident'");
          return tx.update("DELETE FROM outbox WHERE type = 'of.tomorrow'");
        });
  }

  @Test
  void aTimer() {
    String muted = opened("P3");
    admin()
        .body(Map.of("until", time.now().plus(Duration.ofHours(1)).toString(), "reason", "x"))
        .post("/v1/incidents/" + muted + "/mute")
        .then()
        .statusCode(200);
    double before = Metrics.sum("watchbill_timer_failures_total");
    database.inTransaction(
        tx ->
            tx.update(
                "INSERT INTO timer (kind, key, due, retry_at) SELECT kind, 'of no incident',"
                    + " min(due), min(retry_at) FROM timer GROUP BY kind"));

    time.advance(Duration.ofHours(1));

    await().untilAsserted(() -> assertThat(kinds(muted)).contains("mute-over"));
    await()
        .untilAsserted(
            () -> assertThat(Metrics.sum("watchbill_timer_failures_total")).isGreaterThan(before));
    assertThat(one("SELECT * FROM timer WHERE key = 'of no incident' AND kind = 'mute'"))
        .satisfies(row -> assertThat(row.getInteger("attempts")).isPositive())
        .satisfies(row -> assertThat(row.getString("last_error")).isNotBlank());
  }

  @Test
  void anEventOfTheOutbox() {
    database.inTransaction(
        tx ->
            tx.update(
                "INSERT INTO outbox (id, destination, type, subject, priority, payload, created_at,"
                    + " next_attempt_at) VALUES ($1, 'escalation', 'of.tomorrow', 'x', 0,"
                    + " '7', now(), now())",
                Ids.next()));
    double before = Metrics.sum("watchbill_outbox_failures_total");

    String id = incident(opened("P1")).getString("id");

    await().untilAsserted(() -> assertThat(triedFor(id)).isTrue());
    await()
        .untilAsserted(
            () -> assertThat(Metrics.sum("watchbill_outbox_failures_total")).isGreaterThan(before));
  }

  /** Sent, or answered that the other is not there; not held up by the row before it. */
  private boolean triedFor(String incident) {
    return database.read(
        tx ->
            tx
                .query("SELECT attempts, last_error FROM outbox WHERE subject = $1", incident)
                .stream()
                .allMatch(
                    row ->
                        row.getInteger("attempts") > 0
                            && !String.valueOf(row.getString("last_error")).contains("tomorrow")));
  }

  private Row one(String sql) {
    return database.read(tx -> tx.one(sql).orElseThrow());
  }
}
