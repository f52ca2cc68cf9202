package io.watchbill.escalation.engine;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.escalation.testing.Incident;
import io.watchbill.escalation.testing.Mailbox;
import io.watchbill.escalation.testing.ServiceTest;
import io.watchbill.kit.id.Ids;
import io.watchbill.testkit.ServerUnderTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Wherever rows are claimed, one that cannot be read fails alone. What waits on a timer is tried in
 * the kit's own tests: this service has none.
 */
@QuarkusTest
class BadRowsTest extends ServiceTest {

  @BeforeEach
  void peopleAndLastResort() {
    rotation("primary", "alice");
    reachableByMail("alice");
    admin()
        .body("{\"kind\": \"email\", \"address\": \"%s\"}".formatted(mail("last-resort")))
        .put("/v1/last-resort")
        .then()
        .statusCode(org.hamcrest.Matchers.oneOf(200, 201));
  }

  @Test
  void anEscalation() throws SQLException {
    policy(step("primary", "primary", "\"after\": \"PT1H\""));
    Incident bad = open("P1");
    Incident good = open("P1");
    awaitRunning(bad);
    awaitRunning(good);
    double before = unreadable("escalation");
    run("UPDATE escalation.escalation SET progress = '7' WHERE incident = ?::uuid", bad.id);

    later(Duration.ofHours(1));

    awaitPaged(good, "alice");
    awaitPaged(bad, "last-resort:escalation-failed");
    assertThat(unreadable("escalation")).isGreaterThan(before);
  }

  @Test
  void theFactsOfAnIncidentThatIsDue() throws SQLException {
    policy(step("primary", "primary", "\"after\": \"PT1H\""));
    Incident bad = open("P1");
    Incident good = open("P1");
    awaitRunning(bad);
    awaitRunning(good);
    run("UPDATE escalation.incident_snapshot SET snapshot = '7' WHERE incident = ?::uuid", bad.id);

    later(Duration.ofHours(1));

    awaitPaged(good, "alice");
    awaitPaged(bad, "last-resort:escalation-failed");
    soon(() -> assertThat(Mailbox.of(mail("last-resort"))).hasSize(1));
  }

  @Test
  void aDelivery() throws SQLException {
    contact(named("alice"), "late", "email", mail("late"));
    admin()
        .body("{\"rules\": [{\"method\": \"mail\"}, {\"method\": \"late\", \"delay\": \"PT5M\"}]}")
        .put("/v1/notification-rules/{p}", named("alice"))
        .then()
        .statusCode(200);
    policy(step("primary", "primary"));
    Incident bad = open("P1");
    Incident good = open("P1");
    soon(() -> assertThat(Mailbox.of(mail("alice"))).hasSize(2));
    double before = unreadable("snapshot");
    run("UPDATE escalation.incident_snapshot SET snapshot = '7' WHERE incident = ?::uuid", bad.id);

    later(Duration.ofMinutes(6));

    soon(() -> assertThat(Mailbox.of(mail("late"))).hasSize(2));
    assertThat(unreadable("snapshot")).isGreaterThan(before);
    assertThat(alarms(good)).isEmpty();
  }

  @Test
  void aNotice() throws SQLException {
    UUID notice = UUID.randomUUID();
    run(
        "INSERT INTO escalation.notice (id, kind, title, text, received_at) VALUES (?::uuid, 'x',"
            + " 'a', 'b', now())",
        notice.toString());
    for (String kind : new String[] {"pigeon", "email"}) {
      run(
          "INSERT INTO escalation.notice_delivery (id, notice, person, method, kind, address,"
              + " state, available_at, give_up_at) VALUES (?::uuid, ?::uuid, 'a', ?, ?, ?,"
              + " 'queued', now(), now() + interval '1 minute')",
          UUID.randomUUID().toString(),
          notice.toString(),
          kind,
          kind,
          mail("alice"));
    }

    soon(() -> assertThat(Mailbox.of(mail("alice"))).hasSize(1));
    later(Duration.ofMinutes(2));
    soon(
        () ->
            assertThat(
                    count(
                        "SELECT count(*) FROM escalation.notice_delivery WHERE notice = ?::uuid AND"
                            + " state = 'failed'",
                        notice.toString()))
                .isEqualTo(1));
  }

  @Test
  void anEventOfTheOutbox() throws SQLException {
    run(
        "INSERT INTO escalation.outbox (id, destination, type, subject, priority, payload,"
            + " created_at, next_attempt_at) VALUES (?::uuid, 'incident', 'of.tomorrow', 'x', 0,"
            + " '7', now(), now())",
        Ids.next().toString());
    run(
        "INSERT INTO escalation.outbox (id, destination, type, subject, priority, payload,"
            + " created_at, next_attempt_at) VALUES (?::uuid, 'incident', 'page.acknowledged',"
            + " 'x', 0, '7', now(), now())",
        Ids.next().toString());
    policy(step("primary", "primary"));

    Incident good = open("P1");

    soon(() -> assertThat(incidents.events("escalation.recorded", good.id)).isNotEmpty());
    run("DELETE FROM escalation.outbox WHERE subject = ?", "x");
  }

  private void awaitRunning(Incident incident) {
    soon(
        () ->
            assertThat(
                    this.<String>values("/v1/escalations?incident=" + incident.id, "items.state"))
                .containsExactly("running"));
  }

  private static double unreadable(String kind) {
    return given()
        .get("/metrics")
        .asString()
        .lines()
        .filter(line -> line.startsWith("watchbill_rows_unreadable_total{kind=\"" + kind + "\""))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  private static long count(String sql, String value) throws SQLException {
    try (Connection connection = ServerUnderTest.connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, value);
      try (var row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private static void run(String sql, String... values) throws SQLException {
    try (Connection connection = ServerUnderTest.connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }
}
