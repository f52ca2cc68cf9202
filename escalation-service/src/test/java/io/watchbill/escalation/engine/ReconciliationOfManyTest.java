package io.watchbill.escalation.engine;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.escalation.testing.Incident;
import io.watchbill.escalation.testing.ServiceTest;
import io.watchbill.testkit.ServerUnderTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * After a long silence much differs: it is taken in turns that are short, and the service lives.
 */
@QuarkusTest
class ReconciliationOfManyTest extends ServiceTest {
  private static final int MANY = 6_000;

  /** Beyond the three seconds that a turn takes by itself: its last step on a busy machine. */
  private static final double LONGEST_TURN = 12;

  @Test
  void thousandsThatDifferAreTakenInShortTurnsOfALivingService() throws SQLException {
    rotation("primary", "alice");
    policy(step("primary", "primary", "\"after\": \"PT10H\""));
    List<Incident> all =
        IntStream.range(0, MANY).mapToObj(i -> new Incident(own, "P3", time.now())).toList();
    List<String> ids = all.stream().map(incident -> incident.id).toList();
    all.forEach(incident -> incidents.has(incident.id, incident.next()));
    incidents.inOneRange(true);
    try {
      later(Duration.ofMinutes(1));

      await()
          .atMost(Duration.ofSeconds(90))
          .pollInterval(Duration.ofMillis(250))
          .until(
              () -> {
                given().get("/q/health/live").then().statusCode(200);
                return running(ids) == MANY;
              });
    } finally {
      incidents.inOneRange(false);
      incidents.forget(ids);
      forget(ids);
    }

    assertThat(metric("watchbill_loop_turn_seconds_max{loop=\"reconciliation\"}"))
        .isBetween(0.1, LONGEST_TURN);
  }

  private static double metric(String name) {
    return given()
        .get("/q/metrics")
        .asString()
        .lines()
        .filter(line -> line.startsWith(name))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }

  private static long running(List<String> ids) throws SQLException {
    try (Connection connection = ServerUnderTest.connect();
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT count(*) FROM escalation.escalation WHERE incident = ANY(?) AND state ="
                    + " 'running'")) {
      statement.setArray(1, uuids(connection, ids));
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private static void forget(List<String> ids) throws SQLException {
    try (Connection connection = ServerUnderTest.connect()) {
      for (String table : List.of("step_outcome", "escalation", "incident_snapshot")) {
        try (PreparedStatement statement =
            connection.prepareStatement(
                "DELETE FROM escalation." + table + " WHERE incident = ANY(?)")) {
          statement.setArray(1, uuids(connection, ids));
          statement.execute();
        }
      }
    }
  }

  private static java.sql.Array uuids(Connection connection, List<String> ids) throws SQLException {
    return connection.createArrayOf("uuid", ids.stream().map(UUID::fromString).toArray());
  }
}
