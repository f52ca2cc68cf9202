package io.watchbill.escalation.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.watchbill.escalation.testing.Incident;
import io.watchbill.escalation.testing.ServiceTest;
import io.watchbill.testkit.ServerUnderTest;
import io.watchbill.testkit.SlowDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** By a slow database all pages go out, however slowly, and the most urgent first. */
@QuarkusTest
@TestProfile(SlowDatabase.class)
class SlowDatabaseTest extends ServiceTest {
  private static final int DUE = 200;

  @AfterEach
  void quickAgain() {
    SlowDatabase.roundTrip(Duration.ZERO);
  }

  /** Half of those that are due reach nobody, which is an alarm for each. */
  @ParameterizedTest
  @ValueSource(ints = {30, 100})
  void allThatIsDueGoesOut(int millis) throws SQLException {
    admin()
        .body("{\"kind\": \"email\", \"address\": \"%s\"}".formatted(mail("last-resort")))
        .put("/v1/last-resort")
        .then()
        .statusCode(org.hamcrest.Matchers.oneOf(200, 201));
    rotation("primary", "alice", "unreachable", "nemo");
    reachableByMail("alice");
    putPolicy(named("paged"), "\"fallback\": false", step("p", "primary", "\"after\": \"PT1H\""));
    putPolicy(named("not"), "\"fallback\": false", step("u", "unreachable", "\"after\": \"PT1H\""));
    putPolicy(named("urgent"), "\"fallback\": false", step("p", "primary"));
    List<Incident> due = new ArrayList<>();
    for (int i = 0; i < DUE; i++) {
      String policy = named(i % 2 == 0 ? "paged" : "not");
      due.add(new Incident(own, "P3", time.now()).withPolicy(policy));
    }
    assertThat(Incident.send(due.stream().map(Incident::next).toList())).containsOnly("ACCEPTED");
    soon(() -> assertThat(waiting(due)).isEqualTo(DUE));
    Incident urgent = new Incident(own, "P0", time.now()).withPolicy(named("urgent"));

    SlowDatabase.roundTrip(Duration.ofMillis(millis));
    later(Duration.ofHours(1));
    urgent.sent();

    patiently(() -> assertThat(sent(List.of(urgent))).isEqualTo(1));
    assertThat(sent(due)).as("sent before the urgent one").isLessThan(DUE);
    patiently(() -> assertThat(sent(due)).isEqualTo(DUE));
    SlowDatabase.roundTrip(Duration.ZERO);
    due.forEach(Incident::resolved);
    urgent.resolved();
  }

  private static void patiently(org.awaitility.core.ThrowingRunnable check) {
    await().atMost(Duration.ofSeconds(60)).untilAsserted(check);
  }

  private static long waiting(List<Incident> incidents) throws SQLException {
    return count(
        "SELECT count(*) FROM escalation.escalation WHERE incident = ANY(?) AND state = 'running'"
            + " AND next_due_at > now() + interval '30 minutes'",
        incidents);
  }

  private static long sent(List<Incident> incidents) throws SQLException {
    return count(
        "SELECT count(DISTINCT incident) FROM escalation.delivery WHERE incident = ANY(?) AND state"
            + " = 'sent'",
        incidents);
  }

  private static long count(String sql, List<Incident> incidents) throws SQLException {
    try (Connection connection = ServerUnderTest.connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      UUID[] ids = incidents.stream().map(i -> UUID.fromString(i.id)).toArray(UUID[]::new);
      statement.setArray(1, connection.createArrayOf("uuid", ids));
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}
