package io.watchbill.incident.snapshot;

import static io.watchbill.incident.Api.admin;
import static io.watchbill.incident.Api.incident;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.watchbill.incident.peers.FakePeers;
import io.watchbill.incident.peers.PeerServices;
import io.watchbill.testkit.SecondReplica;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Two processes relay one outbox, each to a receiver of its own, so that a test sees who sent what.
 */
@QuarkusIntegrationTest
@QuarkusTestResource(FakePeers.class)
class TwoReplicasIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final ConcurrentLinkedQueue<JsonNode> OF_SECOND = new ConcurrentLinkedQueue<>();
  private static final AtomicBoolean DEADLY = new AtomicBoolean();
  private static HttpServer receiver;
  private static SecondReplica second;

  @BeforeAll
  static void listen() throws IOException {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    receiver.createContext("/v1/events", TwoReplicasIT::take);
    receiver.setExecutor(Executors.newCachedThreadPool());
    receiver.start();
  }

  /** One serves all tests, until one of them kills it. */
  @BeforeEach
  void start() {
    OF_SECOND.clear();
    if (second == null || !second.isAlive()) {
      second =
          SecondReplica.start(
              Map.of(
                  "watchbill.peers.escalation.url",
                  "http://localhost:" + receiver.getAddress().getPort()));
    }
  }

  @AfterAll
  static void stop() {
    second.close();
    receiver.stop(0);
  }

  @Test
  void oneThatWaitsForAPeerWhichDoesNotAnswerEndsWhenItIsAskedTo() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        SecondReplica waiting =
            SecondReplica.launch(
                Map.of(
                    "watchbill.peers.rotation.url", "http://localhost:" + silent.getLocalPort()));
        Socket asked = silent.accept()) {
      assertThat(waiting.endsWithin(Duration.ofSeconds(20))).isTrue();
    }
  }

  @Test
  void eachEventIsSentByOneOfThemAndTheNewestSnapshotArrives() {
    List<String> references = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      String mine = i % 2 == 0 ? "" : second.url();
      String other = i % 2 == 0 ? second.url() : "";
      String reference = opened(mine);
      admin().post(other + "/v1/incidents/" + reference + "/acknowledge").then().statusCode(200);
      admin().post(mine + "/v1/incidents/" + reference + "/resolve").then().statusCode(200);
      references.add(reference);
    }

    references.forEach(this::awaitNewest);

    List<String> ids =
        Stream.concat(PeerServices.events().stream(), OF_SECOND.stream())
            .filter(event -> references.contains(event.at("/data/reference").asText()))
            .map(event -> event.path("id").asText())
            .toList();
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(OF_SECOND).as("what the second sent").isNotEmpty();
    assertThat(ids.size() - OF_SECOND.size()).as("what the first sent").isPositive();
  }

  @Test
  void whatARelaySentThatDiedBeforeItHeardTheAnswerIsSentAgainByTheOther() {
    DEADLY.set(true);
    List<String> references = new ArrayList<>();
    await("the death of the second, which sends first what it wrote itself")
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptions()
        .until(
            () -> {
              if (DEADLY.get()) {
                references.add(opened(second.url()));
              }
              return !DEADLY.get();
            });
    List<String> unanswered = OF_SECOND.stream().map(event -> event.path("id").asText()).toList();

    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(PeerServices.events().stream().map(event -> event.path("id").asText()))
                    .containsAll(unanswered));

    assertThat(unanswered).isNotEmpty();
    references.forEach(this::awaitNewest);
  }

  @Test
  void eachLineOfTheLogSaysWhichServiceAndIncidentItIsAbout() {
    String reference = opened(second.url());

    await()
        .atMost(Duration.ofSeconds(90))
        .untilAsserted(
            () ->
                assertThat(
                        second.log().stream().filter(line -> line.startsWith("{")).map(this::json))
                    .allSatisfy(
                        line ->
                            assertThat(line.path("service").asText()).isEqualTo("incident-service"))
                    .anySatisfy(
                        line -> {
                          assertThat(line.path("message").asText()).contains("triggered");
                          assertThat(line.at("/mdc/reference").asText()).isEqualTo(reference);
                          assertThat(line.at("/mdc/incidentId").asText()).isNotEmpty();
                        }));
  }

  private JsonNode json(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(line, e);
    }
  }

  /** Answers, or kills the sender instead. */
  private static void take(HttpExchange exchange) throws IOException {
    List<String> answers = new ArrayList<>();
    for (JsonNode event : JSON.readTree(exchange.getRequestBody())) {
      OF_SECOND.add(event);
      answers.add("{\"id\":" + event.path("id") + ",\"status\":\"ACCEPTED\"}");
    }
    if (DEADLY.get()) {
      second.kill();
      DEADLY.set(false);
      exchange.close();
      return;
    }
    byte[] body =
        ("{\"items\":[" + String.join(",", answers) + "]}").getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  /** Whatever the order of arrival, the newest of all that came is the incident as it is. */
  private void awaitNewest(String reference) {
    long version = incident(reference).getLong("version");
    await()
        .atMost(Duration.ofSeconds(90))
        .untilAsserted(
            () ->
                assertThat(
                        Stream.concat(PeerServices.events().stream(), OF_SECOND.stream())
                            .map(event -> event.path("data"))
                            .filter(data -> data.path("reference").asText().equals(reference))
                            .mapToLong(data -> data.path("version").asLong())
                            .max())
                    .hasValue(version));
  }

  private static String opened(String replica) {
    return admin()
        .body(Map.of("title", "Strange logins", "severity", "P1", "team", "security"))
        .post(replica + "/v1/incidents")
        .then()
        .statusCode(201)
        .extract()
        .path("reference");
  }
}
