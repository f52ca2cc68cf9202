package io.watchbill.incident.incident;

import static io.watchbill.incident.Api.act;
import static io.watchbill.incident.Api.admin;
import static io.watchbill.incident.Api.as;
import static io.watchbill.incident.Api.incident;
import static io.watchbill.incident.Api.integration;
import static io.watchbill.incident.Api.opened;
import static io.watchbill.incident.Api.sent;
import static io.watchbill.incident.Api.timeline;
import static io.watchbill.incident.Api.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.incident.Message;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.history.History;
import io.watchbill.kit.id.Ids;
import io.watchbill.testkit.MovableTime;
import io.watchbill.testkit.ServerUnderTest;
import io.watchbill.testkit.TestKeys;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Open incidents are in plain tables, closed ones in partitions by month, dropped when old. */
@QuarkusTest
class IncidentHistoryTest {
  @Inject MovableTime time;
  @Inject Database database;
  @Inject History history;

  @AfterEach
  void timeIsAsItWas() {
    time.reset();
  }

  @Test
  void aClosedIncidentStandsInHistoryAndComesBackWhenItIsReopened() {
    String reference = opened("P2");
    UUID id = id(reference);
    assertThat(tablesOf("incident", "id", id)).containsExactly("incident");

    act(reference, "resolve");
    assertThat(tablesOf("incident", "id", id)).isEmpty();
    assertThat(tablesOf("incident_history", "id", id)).hasSize(1);

    act(reference, "reopen");
    assertThat(tablesOf("incident", "id", id)).hasSize(1);
    assertThat(tablesOf("incident_history", "id", id)).isEmpty();
    assertThat(incident(reference).getString("id")).isEqualTo(id.toString());
  }

  @Test
  void anIncidentThatMovesWhileItIsWaitedForIsFoundWhereItIsThen() throws Exception {
    String reference = opened("P2");
    UUID id = id(reference);
    try (ExecutorService thread = Executors.newSingleThreadExecutor();
        Connection other = ServerUnderTest.connect();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("SET search_path = incident");
      statement.execute(
          "WITH gone AS (DELETE FROM incident WHERE id = '%s' RETURNING *) INSERT INTO"
                  .formatted(id)
              + " incident_history SELECT * FROM gone");
      statement.execute(
          "WITH gone AS (DELETE FROM incident_clock WHERE incident_id = '%s' RETURNING *) INSERT"
                  .formatted(id)
              + " INTO incident_clock_history SELECT * FROM gone");
      statement.execute(
          "UPDATE incident_history SET state = 'resolved', state_by_kind = 'PERSON', state_by ="
              + " 'ann', state_channel = 'api', state_at = now(), resolved_how = 'BY_HAND' WHERE"
              + " id = '%s'".formatted(id));
      Future<String> reopened = thread.submit(() -> act(reference, "reopen").getString("state"));
      await().until(IncidentHistoryTest::somebodyWaits);
      other.commit();

      assertThat(reopened.get()).isEqualTo("triggered");
    }
  }

  private static boolean somebodyWaits() throws SQLException {
    try (Connection owner = ServerUnderTest.connect();
        Statement statement = owner.createStatement();
        ResultSet row = statement.executeQuery("SELECT count(*) FROM pg_locks WHERE NOT granted")) {
      row.next();
      return row.getInt(1) > 0;
    }
  }

  @Test
  void openAndClosedOnesAreListedTogetherAndByTheirState() {
    String team = unique("team");
    String open = openedFor(team);
    String closed = openedFor(team);
    act(closed, "resolve");

    assertThat(listed("team=" + team)).containsExactly(closed, open);
    assertThat(listed("team=" + team + "&limit=1")).containsExactly(closed);
    assertThat(listed("team=" + team + "&state=open")).containsExactly(open);
    assertThat(listed("team=" + team + "&state=resolved")).containsExactly(closed);
    assertThat(listed("team=" + team + "&state=acknowledged")).isEmpty();
    assertThat(listed("team=" + team + "&sort=severity")).containsExactly(closed, open);
  }

  @Test
  void endedAlertsAndReleasedGroupsLeaveThePlainTables() {
    String integration = integration();
    String reference =
        sent(integration, Message.of("disk").firing("a1", "low").firing("a2", "low"));
    UUID id = id(reference);
    sent(integration, Message.of("disk").resolved("a1").firing("a2", "low"));
    assertThat(tablesOf("alert_group_member", "incident_id", id)).hasSize(1);
    assertThat(tablesOf("alert_group", "incident_id", id)).hasSize(1);

    sent(integration, Message.of("disk").resolved("a2"));

    for (String plain : List.of("alert_group_member", "alert_group")) {
      assertThat(tablesOf(plain, "incident_id", id)).as(plain).isEmpty();
    }
    assertThat(tablesOf("alert_history", "incident_id", id)).hasSize(2);
    assertThat(tablesOf("alert_group_member_history", "incident_id", id)).hasSize(2);
    assertThat(tablesOf("alert_group_history", "incident_id", id)).hasSize(1);
    admin()
        .get("/v1/alerts?incident=" + reference)
        .then()
        .body("items.fingerprint", equalTo(List.of("a2", "a1")))
        .body("items.state", equalTo(List.of("resolved", "resolved")));
  }

  @Test
  void aClosedIncidentGoesWithItsMonthAndItsWholeHistory() throws SQLException {
    UUID gone = aged(closedWithAlerts(), 430, 430);

    history.forget();

    admin().get("/v1/incidents/" + gone).then().statusCode(404);
    for (String table :
        List.of(
            "timeline_entry", "incident_clock_history", "alert_history", "alert_group_history")) {
      assertThat(tablesOf(table, "incident_id", gone)).as(table).isEmpty();
    }
  }

  @Test
  void anIncidentThatIsOpenOrWasClosedNotLongAgoOrIsHeldStaysWithItsWholeHistory()
      throws SQLException {
    UUID open = aged(opened("P3"), 460, 0);
    UUID young = aged(closedWithAlerts(), 460, 10);
    String reference = closedWithAlerts();
    hold(reference, "hold");
    UUID held = aged(reference, 460, 460);

    history.forget();

    for (UUID id : List.of(open, young, held)) {
      assertThat(incident(id.toString()).getString("id")).isEqualTo(id.toString());
      assertThat(timeline(id.toString()).getList("items")).isNotEmpty();
    }
    assertThat(tablesOf("alert_history", "incident_id", held)).isNotEmpty();
    hold(held.toString(), "release");
    history.forget();
    admin().get("/v1/incidents/" + held).then().statusCode(404);
    assertThat(tablesOf("timeline_entry", "incident_id", held)).isEmpty();
    assertThat(incident(open.toString()).getString("state")).isEqualTo("triggered");
    assertThat(incident(young.toString()).getString("state")).isEqualTo("resolved");
  }

  @Test
  void aLegalHoldIsForThoseWhoLookAfterTheLawAndStandsInTheTimelineAndTheSnapshot() {
    String reference = opened("P3");
    String person = unique("lena");
    TestKeys.grant(person, Rights.LEGAL, "");
    String responder = unique("rob");
    TestKeys.grant(responder, Rights.RESPONDER, "security");
    Map<String, String> why = Map.of("reason", "Case 2026-17");
    as(TestKeys.person(responder))
        .body(why)
        .post("/v1/incidents/" + reference + "/hold")
        .then()
        .statusCode(403);

    as(TestKeys.person(person))
        .body(why)
        .post("/v1/incidents/" + reference + "/hold")
        .then()
        .statusCode(200)
        .body("legalHold", equalTo(true));
    hold(reference, "hold");

    assertThat(timeline(reference).getList("items.kind"))
        .isEqualTo(List.of("triggered", "legal-hold"));
    as(TestKeys.service())
        .body(Map.of("ids", List.of(id(reference))))
        .post("/v1/snapshots")
        .then()
        .body("items[0].legalHold", equalTo(true))
        .body("items[0].version", equalTo(2));
    act(reference, "resolve");
    hold(reference, "release");
    assertThat(incident(reference).getBoolean("legalHold")).isFalse();
    admin().body(Map.of()).post("/v1/incidents/" + reference + "/hold").then().statusCode(400);
  }

  private static void hold(String incident, String action) {
    admin()
        .body(Map.of("reason", "Case 2026-17"))
        .post("/v1/incidents/" + incident + "/" + action)
        .then()
        .statusCode(200);
  }

  private static String closedWithAlerts() {
    String integration = integration();
    String reference = sent(integration, Message.of("disk").firing("a1", "low"));
    sent(integration, Message.of("disk").resolved("a1"));
    return reference;
  }

  /** As if it had been opened and closed so many days ago. */
  private UUID aged(String reference, int openedDays, int closedDays) throws SQLException {
    UUID id = id(reference);
    long at = time.now().minus(Duration.ofDays(openedDays)).toEpochMilli();
    UUID random = Ids.next();
    UUID old =
        new UUID(
            at << 16 | random.getMostSignificantBits() & 0xFFFF, random.getLeastSignificantBits());
    try (Connection owner = ServerUnderTest.connect();
        Statement statement = owner.createStatement()) {
      statement.execute("SET search_path = incident");
      monthsFrom(statement, at);
      statement.execute("UPDATE incident SET id = '%s' WHERE id = '%s'".formatted(old, id));
      statement.execute(
          "UPDATE incident_history SET id = '%s', state_at = now() - interval '%d days' WHERE id = '%s'"
              .formatted(old, closedDays, id));
      for (String table :
          List.of(
              "timeline_entry",
              "incident_clock",
              "incident_clock_history",
              "alert_history",
              "alert_group_history",
              "alert_group_member_history")) {
        statement.execute(
            "UPDATE %s SET incident_id = '%s' WHERE incident_id = '%s'".formatted(table, old, id));
      }
    }
    return old;
  }

  /** A young installation has no old months: they are made in place of what stands before them. */
  private static void monthsFrom(Statement statement, long at) throws SQLException {
    statement.execute(
        """
        DO $$
        DECLARE
          t record;
          first timestamptz;
          low uuid;
        BEGIN
          SET LOCAL timezone = 'UTC';
          FOR t IN SELECT name FROM history_tables() LOOP
            first := date_trunc('month', to_timestamp(%d / 1000.0), 'UTC');
            SELECT p.high INTO low FROM history_parts(t.name) p
             WHERE p.low IS NULL AND p.high IS NOT NULL;
            IF low > uuid_at(first) THEN
              EXECUTE format('ALTER TABLE %%I DETACH PARTITION %%I', t.name, t.name || '_kept');
              EXECUTE format('ALTER TABLE %%I ATTACH PARTITION %%I FOR VALUES FROM (MINVALUE) TO (%%L)',
                             t.name, t.name || '_kept', uuid_at(first));
              WHILE uuid_at(first) < low LOOP
                EXECUTE format('CREATE TABLE %%I PARTITION OF %%I FOR VALUES FROM (%%L) TO (%%L)',
                               t.name || '_test_' || nextval('incident_number'), t.name,
                               uuid_at(first), uuid_at(first + interval '1 month'));
                first := first + interval '1 month';
              END LOOP;
            END IF;
          END LOOP;
        END
        $$
        """
            .formatted(at));
  }

  private List<String> tablesOf(String table, String column, UUID id) {
    return database.read(
        tx ->
            tx
                .query(
                    "SELECT tableoid::regclass::text AS name FROM "
                        + table
                        + " WHERE "
                        + column
                        + " = $1",
                    id)
                .stream()
                .map(row -> row.getString("name"))
                .toList());
  }

  private static UUID id(String reference) {
    return UUID.fromString(incident(reference).getString("id"));
  }

  private static String openedFor(String team) {
    return admin()
        .body(Map.of("title", "Strange logins", "severity", "P2", "team", team))
        .post("/v1/incidents")
        .then()
        .statusCode(201)
        .extract()
        .path("reference");
  }

  private static List<String> listed(String query) {
    return admin()
        .get("/v1/incidents?" + query)
        .then()
        .statusCode(200)
        .extract()
        .path("items.reference");
  }
}
