package io.watchbill.bench.prove;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.watchbill.laptop.api.Api;
import io.watchbill.laptop.service.Service;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What the hostile viewer sends is what it says: well-formed, as much, and no longer than asked.
 */
@Timeout(120)
class HostileViewerTest {
  private final Queue<Integer> chunked = new ConcurrentLinkedQueue<>();
  private final Map<String, String> questions = new ConcurrentHashMap<>();
  private final Set<String> keys = ConcurrentHashMap.newKeySet();
  private final AtomicInteger unfinished = new AtomicInteger();

  private HttpServer server;
  private ExecutorService executor;
  private HostileViewer viewer;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 512);
    executor = Executors.newVirtualThreadPerTaskExecutor();
    server.setExecutor(executor);
    server.createContext("/", this::take);
    server.start();
    URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    viewer = new HostileViewer(service -> address, "a-key");
  }

  @AfterEach
  void stop() {
    server.stop(0);
    executor.close();
  }

  @Test
  void aBodyOfChunksIsWellFormedAndAsLongAsItSays() throws IOException {
    viewer.sendChunked(Service.ESCALATION);

    assertThat(chunked).singleElement().satisfies(n -> assertThat(n).isGreaterThan(15 << 20));
  }

  @Test
  void itAsksWhatAViewerMayAskAllAtOnceAndThenEnds() {
    while (questions.size() < 2 || unfinished.get() < 260) {
      viewer.attack(Service.ESCALATION, Duration.ofSeconds(2));
    }

    assertThat(keys).containsExactly("Bearer a-key");
    assertThat(questions)
        .containsOnlyKeys("/v1/policies/proof/tests", "/v1/policies/proof/dry-run");
    String tests = questions.get("/v1/policies/proof/tests");
    assertThat(tests.length()).isBetween(20_000, 32_000);
    assertThat(Api.parse(tests).path("tests").size()).isEqualTo(120);
    assertThat(Api.parse(questions.get("/v1/policies/proof/dry-run")).path("facts").isObject())
        .isTrue();
  }

  private void take(HttpExchange exchange) throws IOException {
    keys.add(exchange.getRequestHeaders().getFirst("Authorization"));
    byte[] body = body(exchange);
    if (exchange.getRequestHeaders().containsKey("Transfer-Encoding")) {
      chunked.add(body.length);
    } else {
      questions.put(exchange.getRequestURI().getPath(), new String(body, StandardCharsets.UTF_8));
    }
    exchange.sendResponseHeaders(204, -1);
    exchange.close();
  }

  /** A body that has been announced and does not come to its end is an exception here. */
  private byte[] body(HttpExchange exchange) throws IOException {
    String length = exchange.getRequestHeaders().getFirst("Content-Length");
    if (length != null && Integer.parseInt(length) > 1_000_000) {
      unfinished.incrementAndGet();
    }
    return exchange.getRequestBody().readAllBytes();
  }
}
