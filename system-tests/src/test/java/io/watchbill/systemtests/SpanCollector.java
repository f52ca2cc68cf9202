package io.watchbill.systemtests;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A collector of spans that speaks OTLP over HTTP, as much of it as the services do. */
final class SpanCollector {
  private static SpanCollector shared;

  private final HttpServer server;
  private final List<Span> spans = new CopyOnWriteArrayList<>();
  private final List<String> others = new CopyOnWriteArrayList<>();

  /** A span; {@code all} is whatever stands in it. */
  record Span(String service, String trace, String name, String all) {}

  private SpanCollector() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::take);
    server.start();
  }

  /** The one to which the shared installation sends. */
  static synchronized SpanCollector shared() {
    if (shared == null) {
      shared = new SpanCollector();
    }
    return shared;
  }

  /** Settings of a service that is traced here. */
  Map<String, String> environment() {
    return Map.of(
        "OTEL_SDK_DISABLED",
        "false",
        "OTEL_EXPORTER_OTLP_ENDPOINT",
        "http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void take(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    if (exchange.getRequestURI().getPath().equals("/v1/traces")) {
      new Protobuf(body).all(1).forEach(this::read);
    } else {
      others.add(exchange.getRequestURI().getPath());
    }
    exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  /**
   * Reads the spans of one service: of its resource the attributes, then scopes and their spans.
   */
  private void read(Protobuf ofService) {
    String service =
        ofService.all(1, 1).stream()
            .filter(attribute -> attribute.all(1).getFirst().text().equals("service.name"))
            .map(attribute -> attribute.all(2, 1).getFirst().text())
            .findFirst()
            .orElse("");
    for (Protobuf span : ofService.all(2, 2)) {
      spans.add(
          new Span(
              service, span.all(1).getFirst().hex(), span.all(5).getFirst().text(), span.text()));
    }
  }

  List<Span> all() {
    return List.copyOf(spans);
  }

  /** Returns the spans of a trace, as {@code service: name}. */
  List<String> of(String trace) {
    return spans.stream()
        .filter(span -> span.trace().equals(trace))
        .map(span -> span.service() + ": " + span.name())
        .toList();
  }

  /** Returns the paths of what came that was no trace. */
  List<String> others() {
    return List.copyOf(others);
  }
}
