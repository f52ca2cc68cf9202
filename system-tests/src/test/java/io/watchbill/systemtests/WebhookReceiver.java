package io.watchbill.systemtests;

import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.watchbill.laptop.api.Api;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Receives pages as somebody's own program would: it believes only what is signed with its secret,
 * by the reference library of Standard Webhooks.
 */
final class WebhookReceiver implements AutoCloseable {
  private static final String SECRET =
      "whsec_"
          + Base64.getEncoder()
              .encodeToString("thirty-two bytes nobody may know".getBytes(StandardCharsets.UTF_8));

  private final HttpServer server;
  private final List<JsonNode> pages = new CopyOnWriteArrayList<>();
  private final List<String> refused = new CopyOnWriteArrayList<>();

  WebhookReceiver() throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    Webhook webhook = new Webhook(SECRET);
    server.createContext("/", exchange -> receive(webhook, exchange));
    server.start();
  }

  private void receive(Webhook webhook, HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    HttpHeaders headers = HttpHeaders.of(exchange.getRequestHeaders(), (name, value) -> true);
    int status = 204;
    try {
      webhook.verify(body, headers);
      pages.add(Api.parse(body));
    } catch (WebhookVerificationException e) {
      refused.add(e.getMessage());
      status = 401;
    }
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  /** Contact method or last resort, as it is put. */
  String asContact(String path) {
    return """
        {"kind": "webhook", "address": "http://127.0.0.1:%d/%s", "secret": "%s"}
        """
        .formatted(server.getAddress().getPort(), path, SECRET);
  }

  /** The pages of an incident, in the order in which they came; the part {@code data} of each. */
  List<JsonNode> pagesOf(String reference) {
    return pages.stream()
        .map(page -> page.path("data"))
        .filter(data -> data.path("reference").asText().equals(reference))
        .toList();
  }

  /** Returns all pages, in the order in which they came; the part {@code data} of each. */
  List<JsonNode> pages() {
    return pages.stream().map(page -> page.path("data")).toList();
  }

  /** Returns whom the pages of an incident went to, in order. */
  List<String> pagedFor(String reference) {
    return pagesOf(reference).stream().map(data -> data.path("person").asText()).toList();
  }

  /** What was not signed as it must be. */
  List<String> refused() {
    return refused;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
