package io.watchbill.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Something that answers over HTTP as the services would, with what a test tells it. */
public final class Services implements AutoCloseable {
  private record Prepared(int status, String body, Map<String, String> headers) {}

  /** What was asked. */
  public record Request(String line, String body, Map<String, List<String>> headers) {
    public String header(String name) {
      return headers.getOrDefault(name, List.of("")).getFirst();
    }
  }

  private final Map<String, Deque<Prepared>> answers = new ConcurrentHashMap<>();
  private final List<Request> requests = Collections.synchronizedList(new ArrayList<>());
  private final HttpServer server;
  private final String url;

  public Services() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    url = "http://127.0.0.1:" + server.getAddress().getPort();
    server.createContext("/", this::answer);
    server.start();
  }

  public String url() {
    return url;
  }

  /** Answers a request, {@code GET /v1/people/bob}; the last answer is repeated. */
  public Services on(String line, int status, String body, String... headers) {
    Map<String, String> all = new HashMap<>();
    for (int i = 0; i < headers.length; i += 2) {
      all.put(headers[i], headers[i + 1]);
    }
    all.putIfAbsent("Content-Type", status < 400 ? "application/json" : "application/problem+json");
    answers.computeIfAbsent(line, l -> new ArrayDeque<>()).add(new Prepared(status, body, all));
    return this;
  }

  public Services on(String line, String body) {
    return on(line, 200, body);
  }

  public List<Request> requests() {
    return List.copyOf(requests);
  }

  public List<String> lines() {
    return requests().stream().map(Request::line).toList();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String whole = exchange.getRequestMethod() + " " + exchange.getRequestURI();
    String path = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    requests.add(new Request(whole, body, Map.copyOf(exchange.getRequestHeaders())));
    Deque<Prepared> prepared = answers.getOrDefault(whole, answers.get(path));
    Prepared answer =
        prepared == null
            ? new Prepared(
                404,
                "{\"detail\": \"There is no such thing.\"}",
                Map.of("Content-Type", "application/problem+json"))
            : prepared.size() > 1 ? prepared.poll() : prepared.peek();
    answer.headers().forEach(exchange.getResponseHeaders()::add);
    byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
