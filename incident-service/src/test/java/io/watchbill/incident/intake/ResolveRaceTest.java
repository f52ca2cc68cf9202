package io.watchbill.incident.intake;

import static io.watchbill.incident.Api.act;
import static io.watchbill.incident.Api.admin;
import static io.watchbill.incident.Api.incident;
import static io.watchbill.incident.Api.integration;
import static io.watchbill.incident.Api.kinds;
import static io.watchbill.incident.Api.send;
import static io.watchbill.incident.Api.sent;
import static io.watchbill.incident.Api.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.incident.Message;
import io.watchbill.incident.peers.FakePeers;
import io.watchbill.incident.peers.PeerServices;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * A group ends while a new alert of it arrives. Whichever comes first, no alert fires in a resolved
 * incident without a page.
 */
@QuarkusTest
@QuarkusTestResource(FakePeers.class)
class ResolveRaceTest {
  private static final int ROUNDS = 8;

  @Test
  void theLastAlertEndsWhileAnotherBeginsToFire() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      String integration = integration();
      sent(integration, Message.of("G").firing("a", "warning"));

      atOnce(
          sending(integration, Message.of("G").resolved("a")),
          sending(integration, Message.of("G").firing("b", "warning")));

      List<Map<String, Object>> open = incidents("open", integration);
      assertThat(open).as("incidents with a firing alert, in round " + round).hasSize(1);
      assertThat(firing((String) open.getFirst().get("id"))).containsExactly("b");
      for (Map<String, Object> over : incidents("resolved", integration)) {
        assertThat(firing((String) over.get("id"))).isEmpty();
      }
    }
  }

  @Test
  void aPersonResolvesWhileANewAlertBeginsToFire() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      String integration = integration();
      String reference = sent(integration, Message.of("G").firing("a", "warning"));

      atOnce(
          () -> {
            act(reference, "resolve");
            return 200;
          },
          sending(integration, Message.of("G").firing("a", "warning").firing("b", "warning")));

      List<String> kinds = kinds(reference);
      if (kinds.indexOf("resolved") < kinds.indexOf("alerts-added")) {
        assertThat(kinds).containsExactly("triggered", "resolved", "alerts-added", "reopened");
        awaitSnapshot(reference, 2);
      } else {
        assertThat(kinds).containsExactly("triggered", "alerts-added", "resolved");
        assertThat(state(reference)).isEqualTo("resolved");
      }
    }
  }

  /** The snapshot of the round that the new alert began was sent. */
  private static void awaitSnapshot(String reference, int round) {
    String id = incident(reference).getString("id");
    await()
        .untilAsserted(
            () ->
                assertThat(PeerServices.snapshots(id))
                    .anySatisfy(
                        snapshot -> {
                          assertThat(snapshot.get("round")).isEqualTo(round);
                          assertThat(snapshot.get("state")).isEqualTo("triggered");
                        }));
  }

  private static List<Map<String, Object>> incidents(String state, String integration) {
    return admin()
        .get("/v1/incidents?state=" + state + "&integration=" + integration)
        .path("items");
  }

  private static List<String> firing(String incident) {
    return admin().get("/v1/alerts?state=firing&incident=" + incident).path("items.fingerprint");
  }

  private static Callable<Integer> sending(String integration, Message message) {
    return () -> send(integration, message.json()).extract().statusCode();
  }

  @SafeVarargs
  private static void atOnce(Callable<Integer>... calls) throws Exception {
    CountDownLatch together = new CountDownLatch(calls.length);
    List<Future<Integer>> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(calls.length)) {
      for (Callable<Integer> call : calls) {
        answers.add(
            threads.submit(
                () -> {
                  together.countDown();
                  together.await();
                  return call.call();
                }));
      }
    }
    for (Future<Integer> answer : answers) {
      assertThat(answer.get()).isEqualTo(200);
    }
  }
}
