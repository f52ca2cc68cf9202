package io.watchbill.escalation.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** An HTTP server of a test, which remembers what it was asked. */
class FakeServer {

  /** What came in. */
  record Request(
      String method, String path, String query, Map<String, List<String>> headers, String body) {
    String header(String name) {
      return headers.entrySet().stream()
          .filter(entry -> entry.getKey().equalsIgnoreCase(name))
          .map(entry -> entry.getValue().getFirst())
          .findFirst()
          .orElse(null);
    }
  }

  /** What goes out. */
  record Answer(int status, Map<String, String> headers, String body) {
    Answer(int status, String body) {
      this(status, Map.of("Content-Type", "application/json"), body);
    }
  }

  /** Answers a request; null hangs up without an answer. */
  interface Handler {
    Answer answer(Request request) throws Exception;
  }

  final List<Request> requests = new CopyOnWriteArrayList<>();
  private final Handler handler;
  private final int port;
  private HttpServer server;

  FakeServer(int port, Handler handler) {
    this.handler = handler;
    this.server = listening(port);
    this.port = server.getAddress().getPort();
  }

  /** Refuses connections until it is started again, on the same port. */
  void stop() {
    server.stop(0);
  }

  void start() {
    server = listening(port);
  }

  private HttpServer listening(int at) {
    HttpServer made;
    try {
      made = HttpServer.create(new InetSocketAddress("127.0.0.1", at), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    made.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    made.createContext("/", this::handle);
    made.start();
    return made;
  }

  void close() {
    server.stop(0);
  }

  int port() {
    return port;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Request request =
          new Request(
              exchange.getRequestMethod(),
              exchange.getRequestURI().getPath(),
              exchange.getRequestURI().getQuery(),
              Map.copyOf(exchange.getRequestHeaders()),
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      requests.add(request);
      Answer answer = answer(request);
      if (answer == null) {
        return;
      }
      answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      boolean empty = body.length == 0 || answer.status() == 304;
      exchange.sendResponseHeaders(answer.status(), empty ? -1 : body.length);
      if (!empty) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  private Answer answer(Request request) {
    try {
      return handler.answer(request);
    } catch (Exception e) {
      return new Answer(500, Map.of(), String.valueOf(e));
    }
  }
}
