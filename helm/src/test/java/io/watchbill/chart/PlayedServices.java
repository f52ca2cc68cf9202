package io.watchbill.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** All three services on one port, as far as the chart's test asks them. */
final class PlayedServices implements AutoCloseable {
  private final HttpServer server;
  private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
  private final Set<String> held = Collections.synchronizedSet(new TreeSet<>());
  private volatile int askedBeforePage = Integer.MAX_VALUE;
  private volatile String refused = "none";

  PlayedServices() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  Map<String, String> environment(int patience) {
    Map<String, String> environment = new HashMap<>();
    for (String service : Chart.SERVICES) {
      environment.put(
          service.toUpperCase(Locale.ROOT), "http://127.0.0.1:" + server.getAddress().getPort());
    }
    environment.put("ADMIN_KEY", "the-key-of-the-admin");
    environment.put("PATIENCE", Integer.toString(patience));
    environment.put("no_proxy", "127.0.0.1");
    return environment;
  }

  /** The page is out once it has been asked for this often in vain. */
  void pageAfterAsking(int times) {
    askedBeforePage = times;
  }

  void refuse(String operation) {
    refused = operation;
  }

  /** Requests whose method and path begin so, with key and body. */
  List<String> asked(String operation) {
    return requests.stream().filter(request -> request.startsWith(operation)).toList();
  }

  /** What was put and not deleted. */
  Set<String> left() {
    return held;
  }

  /** The operations that were asked for, with names in the place of ids. */
  Set<String> templates() {
    Set<String> templates = new TreeSet<>();
    for (String request : requests) {
      templates.add(
          template(request.replaceAll("[? ]Bearer.*|\\?.*", "").lines().findFirst().orElseThrow()));
    }
    return templates;
  }

  /** What the services' descriptions offer, in the same form. */
  static List<String> operations() {
    List<String> operations = new ArrayList<>();
    for (String service : Chart.SERVICES) {
      JsonNode paths =
          Chart.parse(Chart.read(Chart.REPOSITORY.resolve(service + "-service/openapi.yaml")))
              .get("paths");
      paths
          .properties()
          .forEach(
              path ->
                  path.getValue()
                      .fieldNames()
                      .forEachRemaining(
                          method ->
                              operations.add(
                                  method.toUpperCase(Locale.ROOT)
                                      + " "
                                      + path.getKey().replaceAll("\\{[^}]*}", "{}"))));
    }
    return operations;
  }

  private static String template(String operation) {
    return operation.replaceAll("/(helm-test-[0-9]+|INC-1|terminal)(?=/|$)", "/{}").strip();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String operation = exchange.getRequestMethod() + " " + exchange.getRequestURI();
    requests.add(
        operation + " " + exchange.getRequestHeaders().getFirst("Authorization") + "\n" + body);
    String path = exchange.getRequestURI().getPath();
    switch (exchange.getRequestMethod()) {
      case "PUT" -> held.add(path);
      case "DELETE" -> held.remove(path);
      default -> {}
    }
    if (operation.startsWith(refused)) {
      JsonAnswer.send(exchange, 403, "{\"detail\": \"refused here\"}");
    } else {
      JsonAnswer.send(exchange, 200, json(operation));
    }
  }

  private String json(String operation) {
    if (operation.startsWith("POST /v1/integrations")) {
      held.add("/v1/integrations/made");
      return "{\"id\": \"helm-test\", \"key\": \"the-key-of-the-integration\"}";
    }
    if (operation.startsWith("DELETE /v1/integrations/")) {
      held.remove("/v1/integrations/made");
    }
    if (operation.startsWith("POST /v1/ingest/")) {
      return "{\"request\":\"0198\",\"incidents\":[\"INC-1\"]}";
    }
    if (operation.startsWith("GET /v1/incidents/INC-1")) {
      return "{\"id\":\"0198-the-incident\",\"reference\":\"INC-1\"}";
    }
    if (operation.startsWith("GET /v1/deliveries")) {
      String state = asked("GET /v1/deliveries").size() > askedBeforePage ? "sent" : "queued";
      return "[{\"state\":\"" + state + "\"}]";
    }
    return "{\"played\": \"" + operation + "\"}";
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
