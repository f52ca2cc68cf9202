package io.watchbill.escalation.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.escalation.testing.ServiceTest;
import io.watchbill.kit.claim.Floor;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.Rows;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.id.Ids;
import io.watchbill.testkit.OldSnapshot;
import io.watchbill.testkit.PagesRead;
import io.watchbill.testkit.ServerUnderTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * While somebody holds an old snapshot nothing that is done leaves the indexes; a claim passes by
 * it all the same. Measured by the pages that are read, which does not depend on the machine.
 */
@QuarkusTest
class OldSnapshotTest extends ServiceTest {
  private static final int DONE = 20_000;

  @Inject Database database;
  @Inject ClaimRepository claims;
  @Inject DeliveryRepository deliveries;
  @Inject DeliveryFloors floors;

  private final String kind = "k" + UUID.randomUUID();
  private final UUID incident = Ids.next();

  @Test
  void aClaimSkipsWhatIsDone() throws Exception {
    Floor floor = floors.of(kind);
    incident();
    try (OldSnapshot dump = OldSnapshot.open("escalation.delivery")) {
      insert(DONE, "1 hour");
      run("UPDATE delivery SET state = 'sent' WHERE kind = '" + kind + "'");
      awaitMove(floor);
      analyzeWhileNothingIsLive();

      long fromTheFloor = read(floor.at());
      long withoutIt = read(Floor.NONE);

      assertThat(withoutIt).isGreaterThan(DONE / 100);
      assertThat(fromTheFloor).isLessThan(DONE / 400);
    }
  }

  /** As Postgres does by itself, at any time: then all indexes of live deliveries look alike. */
  private static void analyzeWhileNothingIsLive() throws SQLException {
    try (Connection owner = ServerUnderTest.connect();
        Statement statement = owner.createStatement()) {
      statement.execute("ANALYZE escalation.delivery");
    }
  }

  @Test
  void dueDeliveriesAreClaimedUnderAnOldSnapshot() throws Exception {
    Floor floor = floors.of(kind);
    incident();
    try (OldSnapshot dump = OldSnapshot.open("escalation.delivery")) {
      insert(10, "1 hour");
      run("UPDATE delivery SET state = 'sent' WHERE kind = '" + kind + "'");
      awaitMove(floor);
      insert(3, "0 seconds");

      assertThat(claim()).hasSize(3);
    }
  }

  @Test
  void aDeliveryPlantedInThePastIsClaimedWithinHalfAMinute() throws Exception {
    Floor floor = floors.of(kind);
    incident();
    awaitMove(floor);

    insert(1, "1 day");

    await().atMost(Duration.ofSeconds(35)).until(() -> claim().size() == 1);
  }

  @Test
  void aDeliveryPlannedForThePastIsNotBelowTheFloor() throws Exception {
    incident();
    insert(1, "0 seconds");
    database.run(
        tx -> {
          Instant due = tx.now().minusSeconds(3_600);
          UUID page = tx.one("SELECT id FROM page WHERE incident = $1", incident).get().getUUID(0);
          deliveries.insert(
              tx,
              List.of(
                  new NewDelivery(
                      Ids.next(),
                      page,
                      incident,
                      "late",
                      new Destination(kind, "a", null, "p"),
                      due,
                      tx.now())));

          assertThat(
                  tx.one("SELECT * FROM delivery WHERE page = $1 AND method = 'late'", page)
                      .map(
                          row ->
                              List.of(
                                  Rows.instant(row, "available_at"), Rows.instant(row, "due_at"))))
              .contains(List.of(tx.now(), due));
        });
  }

  /** Until it has been looked for what waits, after all that was done until now. */
  private void awaitMove(Floor floor) {
    Instant later = now().minusSeconds(5);
    await().until(() -> floor.at().isAfter(later));
  }

  private List<Claimed> claim() {
    return database
        .inTransaction(tx -> claims.claim(tx, kind, List.of(), 50, 50, Duration.ofMinutes(10)))
        .deliveries();
  }

  private long read(Instant from) {
    return database.inTransaction(
        tx -> {
          tx.send(Tx.PLANNED_ONCE);
          Instant now = tx.now();
          return PagesRead.by(
              tx,
              ClaimRepository.CLAIM,
              kind,
              now,
              new String[0],
              512L,
              8L,
              64L,
              Ids.next(),
              now,
              from);
        });
  }

  /** Received now, or it might move to history before its deliveries are planted. */
  private void incident() throws Exception {
    String snapshot =
        "{\"id\":\"%s\",\"version\":1,\"round\":1,\"state\":\"resolved\",\"anchors\":{\"triggered\":\"2026-01-01T00:00:00Z\"}}"
            .formatted(incident);
    run(
        "INSERT INTO incident_snapshot (incident, version, round, state, snapshot, received_at)"
            + " VALUES ('%s', 1, 1, 'resolved', '%s', '%s')".formatted(incident, snapshot, now()));
  }

  /** One is being sent elsewhere, so that the kind does not look like one that nobody knows. */
  private void insert(int count, String ago) throws Exception {
    run(
        """
        WITH made AS (
          INSERT INTO page (id, incident, round, purpose, run, step, repetition, target, step_name,
                            branch, during, reason, due_at, created_at)
          SELECT gen_random_uuid(), '%1$s', 1, 'main', 0, 0, n, gen_random_uuid()::text, 'x', 'main',
                 'open', 'x', now(), now()
            FROM generate_series(1, %2$d) n
          RETURNING id, incident
        ), elsewhere AS (
          INSERT INTO delivery (id, page, incident, method, kind, address, provider, state,
                                available_at, give_up_at, due_at)
          SELECT gen_random_uuid(), id, incident, 'sent elsewhere', '%3$s', 'a', 'p', 'sending',
                 '%5$s'::timestamptz + interval '1 day', '%5$s', '%5$s' FROM made LIMIT 1)
        INSERT INTO delivery (id, page, incident, method, kind, address, provider, state,
                              available_at, give_up_at, due_at)
        SELECT gen_random_uuid(), id, incident, 'm', '%3$s', 'a', 'p', 'queued',
               '%5$s'::timestamptz - interval '%4$s', '%5$s', '%5$s' FROM made
        """
            .formatted(incident, count, kind, ago, now()));
  }

  private static void run(String sql) throws Exception {
    try (Connection connection = ServerUnderTest.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET search_path TO escalation");
      statement.execute(sql);
    }
  }
}
