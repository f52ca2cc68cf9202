package io.watchbill.laptop.proxy;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.watchbill.laptop.api.Api;
import io.watchbill.laptop.service.Service;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What the proxy does not wait for, and does not hold. */
class LimitsTest extends ProxyTest {
  private static final int CALLERS = 20;
  private static final int CONNECTIONS = 4;
  private static final int WAITING = 4;

  @Test
  void aServiceThatIsSilentForTooLongIsGivenUp() throws Exception {
    open(limits(Duration.ofMillis(500), Duration.ofSeconds(20)));
    CountDownLatch never = new CountDownLatch(1);
    incident().answers(exchange -> hold(never));

    HttpResponse<String> answer = get("/status");

    never.countDown();
    assertThat(answer.statusCode()).isEqualTo(504);
    assertThat(Api.parse(answer.body()).path("detail").asText())
        .isEqualTo("The incident-service did not answer in time.");
  }

  @Test
  void moreThanAServiceMayHaveAtOnceIsUnavailable() throws Exception {
    CountDownLatch enough = new CountDownLatch(1);
    incident()
        .answers(
            exchange -> {
              hold(enough);
              PlayedService.answer(exchange, 200, "late");
            });
    open(limits(Duration.ofSeconds(20), Duration.ofSeconds(25)));
    List<CompletableFuture<HttpResponse<String>>> all = new ArrayList<>();
    for (int i = 0; i < CONNECTIONS + WAITING + 3; i++) {
      all.add(http.sendAsync(to("/status").build(), HttpResponse.BodyHandlers.ofString()));
    }

    await()
        .atMost(90, SECONDS)
        .until(() -> all.stream().filter(CompletableFuture::isDone).count() >= 3);
    enough.countDown();

    assertThat(all.stream().map(CompletableFuture::join).map(HttpResponse::statusCode))
        .containsOnly(200, 503);
  }

  @Test
  void aCallerTooManyIsHungUpOn() throws Exception {
    open(limits(Duration.ofSeconds(20), Duration.ofSeconds(25)));
    List<Wire> held = new ArrayList<>();
    for (int i = 0; i < CALLERS; i++) {
      Wire wire = wire();
      held.add(wire);
      wire.head("GET /status HTTP/1.1", "Host: h").until("incident");
    }
    try (Wire tooMany = wire()) {
      assertThat(tooMany.rest()).isEmpty();
    }
    for (Wire wire : held) {
      wire.close();
    }

    await().atMost(5, SECONDS).ignoreExceptions().until(() -> get("/status").statusCode() == 200);
  }

  @Test
  void aCallerWhoSendsNothingIsHungUpOn() throws Exception {
    open(limits(Duration.ofMillis(200), Duration.ofMillis(400)));
    try (Wire idle = wire()) {
      assertThat(idle.rest()).isEmpty();
    }
  }

  @Test
  void aServiceThatEndsBeforeItAnswersHasBrokenOff() throws Exception {
    try (ServerSocket ending = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        OneAddress other =
            OneAddress.open(
                0,
                PathTable.ofChart(),
                Map.of(Service.INCIDENT, URI.create("http://127.0.0.1:" + ending.getLocalPort())));
        Wire wire = new Wire(other.port())) {
      Thread.ofVirtual().start(() -> hangUp(ending));

      String answer = wire.head("GET /status HTTP/1.1", "Host: h", "Connection: close").rest();

      assertThat(answer)
          .startsWith("HTTP/1.1 502 ")
          .contains("The incident-service ended while it answered.");
    }
  }

  private static Limits limits(Duration silence, Duration idle) {
    return new Limits(CALLERS, CONNECTIONS, WAITING, Duration.ofSeconds(2), silence, idle);
  }

  private static void hangUp(ServerSocket server) {
    try (Socket socket = server.accept()) {
      socket.getInputStream().read();
    } catch (IOException e) {
      // The test says what is missing.
    }
  }

  private static void hold(CountDownLatch latch) {
    try {
      latch.await(20, SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
