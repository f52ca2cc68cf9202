package io.watchbill.incident.intake;

import static io.watchbill.incident.Api.act;
import static io.watchbill.incident.Api.admin;
import static io.watchbill.incident.Api.integration;
import static io.watchbill.incident.Api.send;
import static io.watchbill.incident.Api.sent;
import static io.watchbill.incident.Api.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.incident.Message;
import io.watchbill.testkit.ServerUnderTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Several senders at once: no alert is lost, no incident opened twice, nobody gets a 5xx. */
@QuarkusTest
class RaceTest {

  @Test
  void twoSendersOfOneGroupInDifferentOrderMakeOneIncident() throws Exception {
    for (int round = 0; round < 10; round++) {
      String integration = integration();
      List<Integer> statuses =
          atOnce(
              IntStream.range(0, 8)
                  .mapToObj(sender -> sending(integration, shuffled(sender)))
                  .toList());

      assertThat(statuses).containsOnly(200);
      assertThat(count("incidents", integration)).isEqualTo(1);
      assertThat(count("alerts", integration)).isEqualTo(40);
    }
  }

  @Test
  void manyGroupsThatShareAlertsSurviveEachOther() throws Exception {
    String integration = integration();
    List<Callable<Integer>> senders = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      int group = i % 6;
      Message message = Message.of("group" + group);
      for (int alert = 0; alert < 10; alert++) {
        String fingerprint = "f" + (alert * 7 + group) % 10;
        if (i % 5 == 4) {
          message.resolved(fingerprint);
        } else {
          message.firing(fingerprint, "warning");
        }
      }
      senders.add(sending(integration, message));
    }

    assertThat(atOnce(senders)).containsOnly(200);

    assertThat(openWithoutFiring(integration)).isEmpty();
  }

  @Test
  void aResolveByHandAgainstNewAlertsLeavesNoFiringAlertWithoutAnIncidentThatKnowsIt()
      throws Exception {
    for (int round = 0; round < 10; round++) {
      String integration = integration();
      String reference = sent(integration, Message.of("G").firing("a", "warning"));

      List<Integer> statuses =
          atOnce(
              List.of(
                  sending(integration, Message.of("G").resolved("a")),
                  sending(integration, Message.of("G").firing("b", "warning")),
                  () -> {
                    act(reference, "resolve");
                    return 200;
                  },
                  () -> {
                    act(reference, "acknowledge");
                    return 200;
                  }));

      assertThat(statuses).containsOnly(200);
      sent(integration, Message.of("G").firing("b", "warning").firing("c", "warning"));
      List<String> open =
          admin()
              .get("/v1/incidents?state=open&integration=" + integration)
              .path("items.reference");
      assertThat(open).hasSize(1);
      assertThat(state(open.getFirst())).isIn("triggered", "acknowledged");
    }
  }

  /** The sender that waited first finds the deadlock, is rolled back, and runs again. */
  @Test
  void aDeadlockIsRunAgainBeforeAnybodyHearsOfIt() throws Exception {
    String integration = integration();
    Message both = Message.of("G").firing("a", "warning").firing("b", "warning");
    sent(integration, both);
    try (ExecutorService thread = Executors.newSingleThreadExecutor();
        Connection connection = ServerUnderTest.connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(touch(integration, "b"));
      Future<Integer> sender = thread.submit(sending(integration, both));
      await().until(RaceTest::somebodyWaits);

      statement.execute(touch(integration, "a"));
      connection.commit();

      assertThat(sender.get()).isEqualTo(200);
    }
    assertThat(count("alerts", integration)).isEqualTo(2);
  }

  private static String touch(String integration, String fingerprint) {
    return "UPDATE incident.alert SET name = 'touched' WHERE integration = '%s' AND fingerprint = '%s'"
        .formatted(integration, fingerprint);
  }

  private static boolean somebodyWaits() throws SQLException {
    try (Connection connection = ServerUnderTest.connect();
        Statement statement = connection.createStatement();
        ResultSet waiting =
            statement.executeQuery("SELECT 1 FROM pg_locks WHERE NOT granted LIMIT 1")) {
      return waiting.next();
    }
  }

  private static List<String> openWithoutFiring(String integration) {
    List<String> open =
        admin()
            .get("/v1/incidents?state=open&limit=500&integration=" + integration)
            .path("items.id");
    return open.stream().filter(RaceTest::nothingFires).toList();
  }

  private static boolean nothingFires(String incident) {
    List<Object> firing = admin().get("/v1/alerts?state=firing&incident=" + incident).path("items");
    return firing.isEmpty();
  }

  private static int count(String what, String integration) {
    List<Object> items =
        admin().get("/v1/" + what + "?limit=500&integration=" + integration).path("items");
    return items.size();
  }

  private static Message shuffled(int seed) {
    List<Integer> alerts = new ArrayList<>(IntStream.range(0, 40).boxed().toList());
    Collections.shuffle(alerts, new Random(seed));
    Message message = Message.of("G");
    alerts.forEach(alert -> message.firing("f" + alert, "warning"));
    return message;
  }

  /** As Alertmanager does, it sends again what a busy machine's database did not take in time. */
  private static Callable<Integer> sending(String integration, Message message) {
    return () -> {
      int status = 503;
      for (int tries = 0; tries < 5 && status == 503; tries++) {
        status = send(integration, message.json()).extract().statusCode();
      }
      return status;
    };
  }

  private static List<Integer> atOnce(List<Callable<Integer>> calls)
      throws InterruptedException, ExecutionException {
    List<Integer> statuses = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(calls.size())) {
      for (Future<Integer> answer : threads.invokeAll(calls)) {
        statuses.add(answer.get());
      }
    }
    return statuses;
  }
}
