package io.watchbill.escalation.engine;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.watchbill.escalation.testing.FromOutside;
import io.watchbill.escalation.testing.Incident;
import io.watchbill.escalation.testing.WebhookReceiver;
import io.watchbill.testkit.SecondReplica;
import io.watchbill.testkit.ServerUnderTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two processes, 4,000 escalations due at one instant, and as many deliveries after them. */
@QuarkusIntegrationTest
class TwoReplicasIT extends FromOutside {
  private static final int DUE = 4_000;
  private static final String OURS = "SELECT id FROM race";

  private final WebhookReceiver receiver = new WebhookReceiver();

  @Test
  void eachIsDecidedOnceAndEachPageHandedOverOnce() throws Exception {
    rotation("primary", "alice");
    contact(named("alice"), "hook", "webhook", receiver.url());
    policy(step("primary", "primary"));
    Incident model = open(new Incident(own, "P1", now()).mutedUntil(now().plusSeconds(3_600)));
    soon(() -> assertThat(count("escalation WHERE incident = '" + model.id + "'")).isEqualTo(1));
    turnsPass();

    String before = metrics("");
    try (SecondReplica second = SecondReplica.start(Map.of())) {
      copy(model);
      await()
          .atMost(Duration.ofMinutes(5))
          .pollInterval(Duration.ofMillis(500))
          .untilAsserted(() -> assertThat(sent()).isEqualTo(DUE));

      for (String counter : List.of("watchbill_pages_total", "watchbill_deliveries_total")) {
        double first = sum(metrics(""), counter) - sum(before, counter);
        double other = sum(metrics(second.url()), counter);
        assertThat(first).as("share of the first: " + counter).isPositive();
        assertThat(other).as("share of the second: " + counter).isPositive();
      }
      String failures = "watchbill_escalation_failures_total";
      assertThat(sum(metrics(""), failures)).isEqualTo(sum(before, failures));
      assertThat(sum(metrics(second.url()), failures)).isZero();
    }

    assertThat(count("step_outcome s JOIN escalation e ON e.id = s.escalation" + ours("e")))
        .isEqualTo(DUE);
    assertThat(count("page p" + ours("p"))).isEqualTo(DUE);
    assertThat(count("delivery d" + ours("d"))).isEqualTo(DUE);
    assertThat(count("escalation e" + ours("e") + " AND next_due_at <= now()")).isZero();
    List<String> handedOver = handedOver(false);
    assertThat(handedOver).doesNotHaveDuplicates();
    handedOver.addAll(handedOver(true));
    assertThat(handedOver.stream().distinct()).hasSize(DUE);
  }

  /** The ids of the calls, of those that said they might be a second one or of the others. */
  private List<String> handedOver(boolean marked) {
    return IntStream.range(0, receiver.calls())
        .filter(call -> receiver.body(call).contains("\"outcomeUnknown\":true") == marked)
        .mapToObj(call -> receiver.header(call, "webhook-id"))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  /** What the model waits for, so often, unquiet and due now. */
  private static void copy(Incident model) throws SQLException {
    try (Connection connection = ServerUnderTest.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET search_path TO escalation");
      connection.setAutoCommit(false);
      statement.execute(
          "CREATE TABLE race AS SELECT gen_random_uuid() AS id FROM generate_series(1, "
              + DUE
              + ")");
      statement.execute(
          """
          INSERT INTO incident_snapshot
          SELECT r.id, version, round, state, NULL,
                 snapshot || jsonb_build_object('id', r.id, 'mutedUntil', NULL), received_at, NULL
            FROM incident_snapshot, race r WHERE incident = '%s'
          """
              .formatted(model.id));
      statement.execute(
          """
          INSERT INTO escalation (id, incident, round, purpose, policy, snapshot, choice, engine,
                                  state, progress, next_due_at, started_at)
          SELECT gen_random_uuid(), r.id, round, purpose, policy, snapshot, choice, engine, state,
                 progress, now(), started_at
            FROM escalation, race r WHERE incident = '%s'
          """
              .formatted(model.id));
      connection.commit();
    }
  }

  @AfterEach
  void forget() throws SQLException {
    try (Connection connection = ServerUnderTest.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET search_path TO escalation");
      statement.execute("UPDATE escalation SET state = 'ended' WHERE incident IN (" + OURS + ")");
      statement.execute(
          "UPDATE incident_snapshot SET state = 'resolved' WHERE incident IN (" + OURS + ")");
      statement.execute("DROP TABLE race");
    }
  }

  private static int sent() throws SQLException {
    return count("delivery d" + ours("d") + " AND state = 'sent'");
  }

  private static String ours(String table) {
    return " WHERE " + table + ".incident IN (" + OURS + ")";
  }

  private static int count(String rows) throws SQLException {
    try (Connection connection = ServerUnderTest.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET search_path TO escalation");
      ResultSet result = statement.executeQuery("SELECT count(*) FROM " + rows);
      result.next();
      return result.getInt(1);
    }
  }

  private static String metrics(String replica) {
    return given().get(replica + "/metrics").asString();
  }

  private static double sum(String metrics, String name) {
    return metrics
        .lines()
        .filter(line -> line.startsWith(name))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}
