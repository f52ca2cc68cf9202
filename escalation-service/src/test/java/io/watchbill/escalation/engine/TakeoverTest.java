package io.watchbill.escalation.engine;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.escalation.testing.FakeRotations;
import io.watchbill.escalation.testing.Incident;
import io.watchbill.escalation.testing.Mailbox;
import io.watchbill.escalation.testing.ServiceTest;
import io.watchbill.testkit.ServerUnderTest;
import io.watchbill.testkit.TestKeys;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** At a change of the shift unacknowledged pages move, acknowledged ones stay. */
@QuarkusTest
class TakeoverTest extends ServiceTest {
  private Instant handover;

  @BeforeEach
  void aliceHandsOverToBobInTenMinutes() {
    handover = time.now().plus(Duration.ofMinutes(10));
    reachableByMail("alice", "bob");
    shift(handover);
    policy(step("primary", "primary"));
    soon(() -> assertThat(rotations.asked(own)).isGreaterThanOrEqualTo(1));
  }

  private void shift(Instant until) {
    rotations.with(
        own,
        FakeRotations.shift(
            "primary", named("alice"), time.now().minusSeconds(60).toString(), until.toString()),
        FakeRotations.shift(
            "primary", named("bob"), until.toString(), until.plus(Duration.ofDays(20)).toString()));
  }

  /** Counts every change of deliveries by a trigger. */
  private static long statementsThatDrop() {
    plant(
        """
        CREATE TABLE IF NOT EXISTS dropping_statement (at timestamptz);
        CREATE OR REPLACE FUNCTION count_dropping() RETURNS trigger LANGUAGE plpgsql
          SECURITY DEFINER SET search_path FROM CURRENT AS $$
        BEGIN
          IF EXISTS (SELECT FROM changed WHERE state = 'dropped') THEN
            INSERT INTO dropping_statement VALUES (now());
          END IF;
          RETURN NULL;
        END $$;
        CREATE OR REPLACE TRIGGER count_dropping AFTER UPDATE ON delivery
          REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_dropping()
        """);
    try (Connection connection = ServerUnderTest.connect();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT count(*) FROM escalation.dropping_statement")) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @AfterEach
  void countNoMore() {
    plant(
        "DROP TRIGGER IF EXISTS count_dropping ON delivery; DROP FUNCTION IF EXISTS"
            + " count_dropping; DROP TABLE IF EXISTS dropping_statement");
  }

  private void announceChange() {
    given()
        .auth()
        .oauth2(TestKeys.service())
        .contentType("application/cloudevents-batch+json")
        .body(
            """
            [{"specversion": "1.0", "id": "e", "source": "/rotation-service",
              "type": "rotation.changed", "data": {"rotation": "%s"}}]\
            """
                .formatted(own))
        .post("/v1/events")
        .then()
        .statusCode(200);
  }

  private String reasonOfTheLastPage(Incident incident) {
    return get("/v1/pages?incident=" + incident.id).getString("items[-1].reason");
  }

  @Test
  void theNewOneIsPagedAtTheHandoverAndTheTimelineSaysSo() {
    Incident incident = open("P2");
    awaitPaged(incident, "alice");

    later(Duration.ofMinutes(10));

    awaitPaged(incident, "alice", "bob");
    assertThat(reasonOfTheLastPage(incident))
        .startsWith(named("bob") + " took over the shift from " + named("alice"));
    assertThat(get("/v1/pages?incident=" + incident.id).getString("items[-1].due"))
        .isEqualTo(handover.toString());
    soon(() -> assertThat(Mailbox.of(mail("bob"))).hasSize(1));
    soon(
        () ->
            assertThat(incidents.events("escalation.recorded", incident.id))
                .extracting(entry -> entry.path("text").asText())
                .anyMatch(text -> text.startsWith("Unacknowledged at the change of the shift")));
  }

  @Test
  void manyIncidentsMoveWithinFewStatements() {
    contact(named("alice"), "second", "email", mail("late"));
    admin()
        .body(
            "{\"rules\": [{\"method\": \"mail\"}, {\"method\": \"second\", \"delay\": \"PT30M\"}]}")
        .put("/v1/notification-rules/{p}", named("alice"))
        .then()
        .statusCode(200);
    List<Incident> all = IntStream.range(0, 60).mapToObj(i -> open("P2")).toList();
    all.forEach(incident -> awaitPaged(incident, "alice"));

    long droppedBefore = statementsThatDrop();
    later(Duration.ofMinutes(10));

    all.forEach(incident -> awaitPaged(incident, "alice", "bob"));
    all.forEach(
        incident ->
            soon(
                () ->
                    assertThat(
                            this.<String>values(
                                "/v1/deliveries?state=dropped&incident=" + incident.id,
                                "items.reason"))
                        .singleElement()
                        .asString()
                        .contains("took over the shift")));
    assertThat(statementsThatDrop() - droppedBefore).isLessThan(20);
  }

  @Test
  void anAcknowledgedPageStays() {
    Incident incident = open("P2");
    awaitPaged(incident, "alice");
    incident.acknowledgedBy(named("alice"));

    later(Duration.ofMinutes(10));

    turnsPass();
    assertThat(paged(incident)).containsExactly("alice");
  }

  @Test
  void whatTheOldOneHasQueuedIsDroppedAndSaysSo() {
    contact(named("alice"), "second", "email", mail("late"));
    admin()
        .body(
            "{\"rules\": [{\"method\": \"mail\"}, {\"method\": \"second\", \"delay\": \"PT30M\"}]}")
        .put("/v1/notification-rules/{p}", named("alice"))
        .then()
        .statusCode(200);
    Incident incident = open("P2");
    soon(() -> assertThat(Mailbox.of(mail("alice"))).hasSize(1));

    later(Duration.ofMinutes(10));

    soon(
        () ->
            assertThat(
                    this.<String>values(
                        "/v1/deliveries?state=dropped&incident=" + incident.id, "items.reason"))
                .containsExactly(
                    "%s took over the shift as primary of %s from %s"
                        .formatted(named("bob"), own, named("alice"))));
    soon(
        () ->
            assertThat(incidents.events("escalation.recorded", incident.id))
                .extracting(entry -> entry.path("text").asText())
                .anyMatch(text -> text.startsWith("Not sent any more, because " + named("bob"))));
  }

  @Test
  void anOverrideThatBeginsNowMovesThePageNow() {
    Incident incident = open("P2");
    awaitPaged(incident, "alice");

    shift(time.now());
    announceChange();

    awaitPaged(incident, "alice", "bob");
  }

  @Test
  void whoseShiftComesBackIsPagedAndReachedAgain() {
    Instant back = handover.plus(Duration.ofMinutes(3));
    rotations.with(
        own,
        shift("alice", time.now().minusSeconds(60), handover),
        shift("bob", handover, back),
        shift("alice", back, back.plus(Duration.ofDays(20))));
    announceChange();
    Incident incident = open("P2");
    soon(() -> assertThat(Mailbox.of(mail("alice"))).hasSize(1));
    later(Duration.ofMinutes(10));
    soon(() -> assertThat(Mailbox.of(mail("bob"))).hasSize(1));

    later(Duration.ofMinutes(3));

    awaitPaged(incident, "alice", "bob", "alice");
    soon(() -> assertThat(Mailbox.of(mail("alice"))).hasSize(2));
    assertThat(this.<Integer>values("/v1/pages?incident=" + incident.id, "items.handover"))
        .containsExactly(0, 1, 2);
  }

  @Test
  void anOverrideThatIsTakenBackBringsThePageBack() {
    Incident incident = open("P2");
    awaitPaged(incident, "alice");
    shift(time.now());
    announceChange();
    awaitPaged(incident, "alice", "bob");

    shift(handover);
    announceChange();

    awaitPaged(incident, "alice", "bob", "alice");
    soon(() -> assertThat(Mailbox.of(mail("alice"))).hasSize(2));
  }

  private String shift(String person, Instant start, Instant end) {
    return FakeRotations.shift("primary", named(person), start.toString(), end.toString());
  }
}
