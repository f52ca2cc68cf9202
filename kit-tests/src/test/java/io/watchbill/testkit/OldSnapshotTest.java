package io.watchbill.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.kit.claim.Floor;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.event.Outbox;
import io.watchbill.kit.timer.Timers;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Under an old snapshot a claim passes by what is done; measured by the pages that it reads. */
@QuarkusTest
class OldSnapshotTest extends OfThings {
  private static final int DONE = 20_000;
  private static final Short[] PRIORITIES = {0, 1, 2, 3, 4, 5};

  @Inject Database database;

  @Test
  void ofTheOutbox() throws Exception {
    try (OldSnapshot dump = OldSnapshot.open("incident.outbox")) {
      run(
          "INSERT INTO outbox (id, destination, type, subject, priority, created_at,"
              + " next_attempt_at) SELECT gen_random_uuid(), 'nobody', 'x', 'x', n % 6, now(),"
              + " now() - interval '1 hour' FROM generate_series(1, %d) n".formatted(DONE));
      run("DELETE FROM outbox WHERE destination = 'nobody'");

      assertThat(readOfOutbox(Floor.NONE)).isGreaterThan(DONE / 200);
      assertThat(readOfOutbox(aWhileAgo())).isLessThan(50);
    }
  }

  @Test
  void ofTimers() throws Exception {
    try (OldSnapshot dump = OldSnapshot.open("incident.timer")) {
      run(
          "INSERT INTO timer (kind, key, due, retry_at) SELECT 'nothing', n, now(),"
              + " now() - interval '1 hour' FROM generate_series(1, %d) n".formatted(DONE));
      run("DELETE FROM timer WHERE kind = 'nothing'");

      assertThat(readOfTimers(Floor.NONE)).isGreaterThan(DONE / 200);
      assertThat(readOfTimers(aWhileAgo())).isLessThan(50);
    }
  }

  @Test
  void aTimerThatIsSetForThePastStandsBehindNoFloor() {
    database.inTransaction(
        tx -> {
          Instant past = tx.now().minusSeconds(3_600);
          timers.set(tx, "of nobody", "x", past);

          assertThat(
                  tx.one(
                          "SELECT due = $1 AND retry_at = $2 AS so FROM timer WHERE kind = 'of"
                              + " nobody'",
                          past,
                          tx.now())
                      .map(row -> row.getBoolean("so")))
              .contains(true);
          timers.cancel(tx, "of nobody", "x");
          return null;
        });
  }

  @Test
  void whatWasMadeByHandForThePastIsTakenWithinSeconds() throws Exception {
    String id = unique("by-hand");
    make(id);
    run("UPDATE timer SET retry_at = now() - interval '1 day' WHERE key = '%s'".formatted(id));

    await().untilAsserted(() -> assertThat(events.fired()).contains(id));
  }

  @Inject Timers timers;
  @Inject Clock clock;

  private Instant aWhileAgo() {
    return clock.instant().minusSeconds(60);
  }

  private long readOfOutbox(Instant from) {
    return read(Outbox.CLAIM, 0.0, 1e6, "nobody", 100L, PRIORITIES, from);
  }

  private long readOfTimers(Instant from) {
    return read(Timers.NEXT, 0.0, new String[] {"nothing"}, from);
  }

  private long read(String sql, Object... parameters) {
    return database.inTransaction(
        tx -> {
          tx.send(Tx.PLANNED_ONCE);
          return PagesRead.by(tx, sql, parameters);
        });
  }

  private static void run(String sql) throws Exception {
    try (Connection connection = ServerUnderTest.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET search_path TO incident");
      statement.execute(sql);
    }
  }
}
