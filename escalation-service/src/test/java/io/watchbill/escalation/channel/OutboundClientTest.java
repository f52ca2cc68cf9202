package io.watchbill.escalation.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OutboundClientTest {
  @Inject OutboundClient client;

  private final List<Integer> connections = new CopyOnWriteArrayList<>();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext(
        "/",
        exchange -> {
          connections.add(exchange.getRemoteAddress().getPort());
          byte[] body = new byte[exchange.getRequestURI().getPath().equals("/long") ? 10_000 : 2];
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void requestsThatFollowEachOtherUseOneConnection() {
    await()
        .atMost(Duration.ofSeconds(90))
        .untilAsserted(
            () -> {
              connections.clear();
              assertThat(status("127.0.0.1", "/hook")).isEqualTo(200);
              assertThat(status("127.0.0.1", "/hook")).isEqualTo(200);
              assertThat(connections.stream().distinct()).hasSize(1);
            });
  }

  @Test
  void aConnectionIsReusedForItsHostOnly() throws Exception {
    assertThat(status("127.0.0.1", "/hook")).isEqualTo(200);
    assertThat(status("localhost", "/hook")).isEqualTo(200);

    assertThat(connections.stream().distinct()).hasSize(2);
  }

  @Test
  void nobodyWaitsForALongBody() throws Exception {
    assertThat(status("127.0.0.1", "/long")).isEqualTo(200);
    assertThat(status("127.0.0.1", "/hook")).isEqualTo(200);

    assertThat(connections.stream().distinct()).hasSize(2);
  }

  private int status(String host, String path) throws Exception {
    URI url = URI.create("http://" + host + ":" + server.getAddress().getPort() + path);
    return client
        .request(HttpMethod.POST, url)
        .compose(request -> OutboundClient.answer(request, request.send()))
        .map(HttpClientResponse::statusCode)
        .toCompletionStage()
        .toCompletableFuture()
        .get(30, TimeUnit.SECONDS);
  }
}
