package io.watchbill.bench.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.watchbill.laptop.api.Api;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Stands where a service takes its peer services' events: takes all, does nothing with them. */
public final class EventSink implements AutoCloseable {
  private final HttpServer server;

  public EventSink(int port) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 64);
    } catch (IOException e) {
      throw new UncheckedIOException("port " + port, e);
    }
    server.createContext("/v1/events", this::take);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      JsonNode batch =
          Api.parse(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      String answers =
          StreamSupport.stream(batch.spliterator(), false)
              .map(event -> "{\"id\":" + event.path("id") + ",\"status\":\"ACCEPTED\"}")
              .collect(Collectors.joining(",", "{\"items\":[", "]}"));
      byte[] body = answers.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
