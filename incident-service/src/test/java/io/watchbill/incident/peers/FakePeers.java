package io.watchbill.incident.peers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.watchbill.testkit.TestKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;

/**
 * Fakes of the two peer services: the rotation-service creates keys (or is down), the
 * escalation-service receives events and stores them.
 */
public final class FakePeers implements QuarkusTestResourceLifecycleManager {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final ConcurrentLinkedQueue<String> events = new ConcurrentLinkedQueue<>();
  private volatile boolean down;
  private HttpServer server;

  @Override
  public Map<String, String> start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/v1/keys", this::keys);
    server.createContext("/v1/events", this::events);
    server.createContext("/v1/teams/", this::has);
    server.createContext("/v1/policies/", this::has);
    server.createContext("/v1/people", exchange -> names(exchange, "ann-named", "Ann Ackermann"));
    server.createContext("/v1/teams", exchange -> names(exchange, "named-team", "Database"));
    server.createContext(
        "/fake/events", exchange -> answer(exchange, 200, "[" + String.join(",", events) + "]"));
    server.createContext("/fake/down", exchange -> turn(exchange, true));
    server.createContext("/fake/up", exchange -> turn(exchange, false));
    server.setExecutor(Executors.newCachedThreadPool());
    server.start();
    String url = "http://localhost:" + server.getAddress().getPort();
    System.setProperty("watchbill.test.fake-peers", url);
    return Map.of(
        "watchbill.peers.rotation.url", url,
        "watchbill.peers.escalation.url", url,
        "watchbill.intake.deadline", "3s");
  }

  private void turn(HttpExchange exchange, boolean toDown) throws IOException {
    down = toDown;
    answer(exchange, 200, "{}");
  }

  /** All teams and policies but those whose id says that there are none. */
  private void has(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (path.contains("not-answered")) {
      answer(exchange, 503, "{}");
    } else if (path.contains("no-such")) {
      answer(exchange, 404, "{\"status\": 404}", "application/problem+json");
    } else {
      answer(exchange, 200, path.contains("archived") ? "{\"archivedAt\": \"x\"}" : "{}");
    }
  }

  /** Those that have a name; none while it is down. */
  private void names(HttpExchange exchange, String id, String name) throws IOException {
    String item = "{\"id\": \"%s\", \"name\": \"%s\"}".formatted(id, name);
    answer(exchange, down ? 503 : 200, "{\"items\": [" + item + "]}");
  }

  private void keys(HttpExchange exchange) throws IOException {
    JsonNode request = MAPPER.readTree(exchange.getRequestBody());
    if (down) {
      answer(exchange, 500, "{}");
    } else if (exchange.getRequestMethod().equals("DELETE")) {
      answer(exchange, 204, "");
    } else {
      String key = TestKeys.integration(request.path("principal").asText());
      answer(exchange, 201, "{\"id\":\"k1\",\"key\":\"" + key + "\",\"scopes\":[\"ingest\"]}");
    }
  }

  private void events(HttpExchange exchange) throws IOException {
    List<String> answers = new ArrayList<>();
    for (JsonNode event : MAPPER.readTree(exchange.getRequestBody())) {
      events.add(event.toString());
      answers.add("{\"id\":" + event.path("id") + ",\"status\":\"ACCEPTED\"}");
    }
    answer(exchange, 200, "{\"items\":[" + String.join(",", answers) + "]}");
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    answer(exchange, status, body, "application/json");
  }

  private static void answer(HttpExchange exchange, int status, String body, String type)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void stop() {
    server.stop(0);
  }
}
