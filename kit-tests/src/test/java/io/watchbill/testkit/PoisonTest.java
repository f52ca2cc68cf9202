package io.watchbill.testkit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.kit.id.Ids;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One event that its receiver cannot take stands among others in one batch. */
@QuarkusTest
class PoisonTest {
  private static final int OTHERS = 20;

  @Inject ThingEvents events;

  @ParameterizedTest
  @ValueSource(strings = {"poison", "huge"})
  void itIsParkedWithAnAlarmAndTheOthersAreTaken(String kind) throws SQLException {
    double alarms = metric("watchbill_outbox_parkings_total");
    String poison = kind + "-" + Ids.next();

    List<String> others = wait(poison, "good");

    soon(() -> assertThat(parked(poison)).isEqualTo(1));
    soon(() -> assertThat(events.answered()).containsAll(others.stream().map(accepted()).toList()));
    assertThat(metric("watchbill_outbox_parkings_total")).isEqualTo(alarms + 1);
    soon(() -> assertThat(metric("watchbill_outbox_parked")).isPositive());
  }

  @Test
  void eventsThatAreTooLargeOnlyTogetherAreAllTaken() throws SQLException {
    String first = "large-" + Ids.next();

    List<String> others = wait(first, "large");

    soon(() -> assertThat(events.answered()).containsAll(others.stream().map(accepted()).toList()));
    soon(() -> assertThat(events.answered()).contains(first + " ACCEPTED"));
    assertThat(parked(first)).isZero();
  }

  private static java.util.function.Function<String, String> accepted() {
    return subject -> subject + " ACCEPTED";
  }

  /** All of them become due in one commit, so that one batch has them all. */
  private static List<String> wait(String first, String kind) throws SQLException {
    List<String> others = new ArrayList<>();
    for (int i = 0; i < OTHERS; i++) {
      others.add(kind + "-" + Ids.next());
    }
    List<String> all = new ArrayList<>(others);
    all.add(OTHERS / 2, first);
    try (Connection connection = ServerUnderTest.connect();
        PreparedStatement statement =
            connection.prepareStatement(
                "INSERT INTO incident.outbox (id, destination, type, subject, priority, created_at,"
                    + " next_attempt_at) VALUES (?::uuid, 'escalation', 'thing.made', ?, 1, now(),"
                    + " now())")) {
      connection.setAutoCommit(false);
      for (String subject : all) {
        statement.setString(1, Ids.next().toString());
        statement.setString(2, subject);
        statement.addBatch();
      }
      statement.executeBatch();
      connection.commit();
    }
    return others;
  }

  private static int parked(String subject) throws SQLException {
    try (Connection connection = ServerUnderTest.connect();
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT count(*) FROM incident.outbox WHERE parked_at IS NOT NULL AND subject ="
                    + " ?")) {
      statement.setString(1, subject);
      ResultSet rows = statement.executeQuery();
      rows.next();
      return rows.getInt(1);
    }
  }

  private static double metric(String name) {
    return given()
        .get("/metrics")
        .asString()
        .lines()
        .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  private static void soon(ThrowingRunnable check) {
    await().atMost(Duration.ofSeconds(90)).untilAsserted(check);
  }
}
