package io.watchbill.escalation.history;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.escalation.testing.Answer;
import io.watchbill.escalation.testing.Incident;
import io.watchbill.escalation.testing.ServiceTest;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.history.History;
import io.watchbill.kit.id.Ids;
import io.watchbill.testkit.ServerUnderTest;
import io.watchbill.testkit.TestKeys;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Incidents that are over leave the tables of open work, and go after the retention. */
@QuarkusTest
class PastTest extends ServiceTest {
  private static final List<String> TABLES =
      List.of(
          "incident_snapshot",
          "escalation",
          "step_outcome",
          "page",
          "delivery",
          "delivery_attempt",
          "acknowledgement",
          "alarm");

  @Inject Database database;
  @Inject History history;

  private Instant afterwards;

  @AfterEach
  void timeGoesOnWhereItWas() {
    time.set(afterwards);
  }

  @BeforeEach
  void policy() {
    afterwards = time.now().plus(Duration.ofDays(40));
    rotation("primary", "alice", "secondary", "bob");
    reachableByMail("alice", "bob");
    policy(
        step("primary", "primary"),
        step("secondary", "secondary", "\"after\": {\"sla\": \"acknowledge\"}"));
  }

  @Test
  void aResolvedIncidentLeavesOpenWorkAndIsShownAsBefore() {
    Incident incident = over();
    soon(
        () ->
            assertThat(get("/v1/escalations?incident=" + incident.id).getList("items.state"))
                .doesNotContain("running"));
    Answer escalations = get("/v1/escalations?incident=" + incident.id);
    Answer deliveries = get("/v1/deliveries?incident=" + incident.id);
    Answer pages = get("/v1/pages?incident=" + incident.id);

    leaves(incident);

    assertThat(get("/v1/escalations?incident=" + incident.id).prettify())
        .isEqualTo(escalations.prettify())
        .contains("\"steps\"");
    assertThat(get("/v1/deliveries?incident=" + incident.id).prettify())
        .isEqualTo(deliveries.prettify())
        .contains("\"attempts\"");
    assertThat(get("/v1/pages?incident=" + incident.id).prettify()).isEqualTo(pages.prettify());
    assertThat(get("/v1/pages/" + pages.getString("items[0].id")).getString("incident"))
        .isEqualTo(incident.id);
    assertThat(rows("past_", incident)).contains(1L);
  }

  @Test
  void anOpenIncidentStays() {
    Incident incident = open("P1");
    awaitPaged(incident, "alice");

    later(Duration.ofHours(2));
    leaves(over());

    assertThat(count("incident_snapshot", incident)).isEqualTo(1);
    assertThat(count("page", incident)).isPositive();
  }

  @Test
  void anIncidentThatIsReopenedComesBackAndPages() {
    Incident incident = over();
    leaves(incident);

    incident.newRound(now());

    soon(() -> assertThat(pagedIn(incident, 2)).contains(named("alice")));
    assertThat(pagedIn(incident, 1)).contains(named("alice"));
    assertThat(count("past_page", incident)).isZero();
  }

  @Test
  void anIncidentThatCannotLeaveDoesNotKeepTheOthers() throws Exception {
    Incident stuck = over();
    Incident incident = over();
    try (Connection holding = ServerUnderTest.connect();
        Statement statement = holding.createStatement()) {
      holding.setAutoCommit(false);
      statement.execute(
          "SELECT 1 FROM escalation.page WHERE incident = '%s' FOR UPDATE".formatted(stuck.id));

      leaves(incident);

      assertThat(count("page", stuck)).isPositive();
    }
    leaves(stuck);
  }

  @Test
  void whatIsHeardOfAnIncidentWhileItLeavesBringsItBack() throws Exception {
    Incident incident = over();
    Thread sending;
    try (Connection leaving = ServerUnderTest.connect();
        Statement statement = leaving.createStatement()) {
      leaving.setAutoCommit(false);
      statement.execute("SET search_path TO escalation");
      statement.execute(
          "WITH moved AS (DELETE FROM incident_snapshot WHERE incident = '%s' RETURNING *) INSERT INTO past_incident_snapshot SELECT * FROM moved"
              .formatted(incident.id));
      sending = Thread.ofVirtual().start(() -> incident.newRound(now()));
      soon(() -> assertThat(waiting(statement)).isPositive());
      leaving.commit();
    }
    sending.join();

    soon(() -> assertThat(pagedIn(incident, 2)).contains(named("alice")));
    assertThat(count("past_incident_snapshot", incident)).isZero();
  }

  private static int waiting(Statement statement) throws SQLException {
    try (ResultSet count =
        statement.executeQuery(
            "SELECT count(*) FROM pg_locks WHERE NOT granted AND locktype = 'transactionid'")) {
      count.next();
      return count.getInt(1);
    }
  }

  @Test
  void oneThatIsInHistoryAlreadyHoldsUpNobody() {
    Incident incident = over();
    plant(
        "INSERT INTO past_incident_snapshot SELECT * FROM incident_snapshot WHERE incident = '%s'"
            .formatted(incident.id));

    leaves(incident);

    assertThat(count("past_incident_snapshot", incident)).isEqualTo(1);
  }

  @Test
  void anOldSnapshotOfAResolvedIncidentPagesNobody() {
    Incident incident = new Incident(own, "P1", now());
    String first = incident.next();
    Incident.send(first);
    awaitPaged(incident, "alice");
    incident.resolved();
    leaves(incident);

    Incident.send(first);

    turnsPass();
    assertThat(get("/v1/escalations?incident=" + incident.id).getList("items.state"))
        .containsOnly("ended");
  }

  @Test
  void theLinkOfWhatIsOverStillSaysWhoAcknowledged() {
    Incident incident = open("P1");
    String link = linkOf("alice");
    given().post(link).then().statusCode(200);
    soon(() -> assertThat(incidents.events("page.acknowledged", incident.id)).hasSize(1));
    incident.resolved();
    leaves(incident);

    given()
        .get(link)
        .then()
        .statusCode(200)
        .body(containsString("acknowledged by " + named("alice")));
  }

  @Test
  void aResponderOfItsTeamMayStillAcknowledgeAPageOfIt() {
    Incident incident = over();
    String page = get("/v1/pages?incident=" + incident.id).getString("items[0].id");
    leaves(incident);

    TestKeys.grant("past-responder", Rights.RESPONDER, own);
    given()
        .auth()
        .oauth2(TestKeys.person("past-responder"))
        .post("/v1/pages/{id}/acknowledge", page)
        .then()
        .statusCode(200);
  }

  @Test
  void aLinkSaysUntilWhenItWorksAndThatItHasExpired() {
    open("P1");
    String link = linkOf("alice");
    given().get(link).then().statusCode(200).body(containsString("This link works until"));

    later(Duration.ofDays(30));

    given().get(link).then().statusCode(410).body(containsString("This link has expired"));
    given().post(link).then().statusCode(410).body(containsString("This link has expired"));
  }

  @Test
  void afterTheRetentionWhatIsOverGoesButForWhatIsHeld() {
    // The database drops what is old by its own clock, which no test moves.
    time.reset();
    plant("DELETE FROM periodic_check");
    Incident gone = overSince(Duration.ofDays(450));
    Incident held = overSince(Duration.ofDays(450));
    Incident young = overSince(Duration.ofDays(300));
    leaves(gone);
    leaves(held);
    leaves(young);
    lastHeardOf(gone, 401);
    lastHeardOf(held, 401);
    lastHeardOf(young, 399);
    database.inTransaction(
        tx ->
            tx.update(
                "UPDATE past_incident_snapshot SET snapshot = snapshot || '{\"legalHold\": true}'"
                    + " WHERE incident = $1",
                UUID.fromString(held.id)));

    history.forget();

    assertThat(rows("past_", gone)).containsOnly(0L);
    assertThat(count("past_page", held)).isPositive();
    assertThat(count("past_page", young)).isPositive();
  }

  @Test
  void aSnapshotCarriesALegalHold() {
    Incident incident = new Incident(own, "P1", now()).legalHold(true).sent();

    String held =
        database.read(
            tx ->
                tx.one(
                        "SELECT snapshot ->> 'legalHold' AS held FROM incident_snapshot WHERE"
                            + " incident = $1",
                        UUID.fromString(incident.id))
                    .orElseThrow()
                    .getString("held"));

    assertThat(held).isEqualTo("true");
  }

  @Test
  void historyHasTheColumnsOfOpenWorkInTheirOrder() {
    for (String table : TABLES) {
      assertThat(columns("past_" + table)).as(table).isEqualTo(columns(table));
    }
  }

  private List<String> columns(String table) {
    return database.read(
        tx ->
            tx
                .query(
                    "SELECT attname || ' ' || atttypid::regtype AS name FROM pg_attribute WHERE"
                        + " attrelid = $1::text::regclass AND attnum > 0 AND NOT attisdropped ORDER"
                        + " BY attnum",
                    table)
                .stream()
                .map(row -> row.getString("name"))
                .toList());
  }

  private Incident over() {
    Incident incident = open("P1");
    awaitPaged(incident, "alice");
    soon(
        () ->
            assertThat(this.<String>values("/v1/deliveries?incident=" + incident.id, "items.state"))
                .containsOnly("sent"));
    incident.resolved();
    return incident;
  }

  /** Opened so long ago. */
  private Incident overSince(Duration ago) {
    Instant at = now().minus(ago);
    UUID id = Ids.next();
    long high = at.toEpochMilli() << 16 | id.getMostSignificantBits() & 0xFFFF;
    Incident incident =
        new Incident(new UUID(high, id.getLeastSignificantBits()), own, "P1", now());
    incident.sent();
    awaitPaged(incident, "alice");
    incident.resolved();
    return incident;
  }

  private void lastHeardOf(Incident incident, int daysAgo) {
    database.inTransaction(
        tx ->
            tx.update(
                "UPDATE past_incident_snapshot SET received_at = $2 WHERE incident = $1",
                UUID.fromString(incident.id),
                tx.now().minus(Duration.ofDays(daysAgo))));
  }

  private void leaves(Incident incident) {
    // What has something under way is looked at again half a minute later.
    soon(
        () -> {
          assertThat(stateOf(incident)).as("of what is there still").isIn("resolved", "");
          assertThat(this.<String>values("/v1/deliveries?incident=" + incident.id, "items.state"))
              .doesNotContain("queued", "sending", "held");
          assertThat(this.<String>values("/v1/escalations?incident=" + incident.id, "items.state"))
              .doesNotContain("running");
        });
    later(Duration.ofMinutes(61));
    soon(
        () ->
            assertThat(rows("", incident))
                .as(() -> "it is " + now() + ", " + why(incident))
                .containsOnly(0L));
  }

  private String stateOf(Incident incident) {
    return text("SELECT state AS text FROM incident_snapshot WHERE incident = $1", incident);
  }

  /** What could keep it there. */
  private String why(Incident incident) {
    return text(
        """
        SELECT concat_ws(', ', p.state, 'heard of ' || p.received_at,
                 (SELECT 'next look ' || next_at || ', last ended ' || ended_at
                    FROM periodic_check WHERE name = 'leaving'),
                 (SELECT string_agg(state, ' ') FROM escalation WHERE incident = p.incident),
                 (SELECT string_agg(state, ' ') FROM delivery WHERE incident = p.incident),
                 (SELECT count(*) || ' resolved' FROM incident_snapshot WHERE state = 'resolved'))
               AS text
          FROM incident_snapshot p WHERE incident = $1
        """,
        incident);
  }

  private String text(String sql, Incident incident) {
    return database
        .read(tx -> tx.one(sql, UUID.fromString(incident.id)))
        .map(row -> row.getString("text"))
        .orElse("");
  }

  private List<String> pagedIn(Incident incident, int round) {
    return get("/v1/pages?incident=" + incident.id)
        .getList("items.findAll { it.round == " + round + " }.target");
  }

  private List<Long> rows(String prefix, Incident incident) {
    return TABLES.stream().map(table -> count(prefix + table, incident)).toList();
  }

  private long count(String table, Incident incident) {
    return database.read(
        tx ->
            tx.one(
                    "SELECT count(*) AS count FROM " + table + " WHERE incident = $1",
                    UUID.fromString(incident.id))
                .orElseThrow()
                .getLong("count"));
  }
}
