package io.watchbill.chart;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Stands in for the API server of a cluster: it knows Secrets, because {@code lookup} asks for
 * them, and nothing else. Helm finds it through the file that {@code KUBECONFIG} names.
 */
final class Cluster {
  private static final String LIST =
      """
      {"apiVersion":"v1","kind":"SecretList","metadata":{},"items":[%s]}
      """;
  private static final Cluster INSTANCE = new Cluster();

  private final Map<String, String> secrets = new ConcurrentHashMap<>();
  private volatile boolean listing;

  private Cluster() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/", this::answer);
      server.start();
      writeKubeconfig(server.getAddress().getPort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The one cluster of all tests of a process. */
  static Cluster get() {
    return INSTANCE;
  }

  /** Holds a Secret, until {@link #clear}. */
  void put(String namespace, String name, Map<String, String> data) {
    String entries =
        data.entrySet().stream()
            .map(e -> "\"" + e.getKey() + "\":\"" + base64(e.getValue()) + "\"")
            .collect(Collectors.joining(","));
    secrets.put(
        "/api/v1/namespaces/" + namespace + "/secrets/" + name,
        """
        {"apiVersion":"v1","kind":"Secret","metadata":{"name":"%s","namespace":"%s"},"data":{%s}}
        """
            .formatted(name, namespace, entries));
  }

  /** From now on it also answers what Secrets there are, as every real one does. */
  void list() {
    listing = true;
  }

  void clear() {
    secrets.clear();
    listing = false;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (path.equals("/api/v1")) {
      JsonAnswer.send(
          exchange,
          200,
          """
          {"kind":"APIResourceList","groupVersion":"v1","resources":[{"name":"secrets",\
          "singularName":"secret","namespaced":true,"kind":"Secret","verbs":["get","list"]}]}
          """);
    } else if (secrets.containsKey(path)) {
      JsonAnswer.send(exchange, 200, secrets.get(path));
    } else if (listing && path.endsWith("/secrets")) {
      String items = String.join(",", secrets.values());
      JsonAnswer.send(exchange, 200, LIST.formatted(items));
    } else {
      JsonAnswer.send(
          exchange,
          404,
          """
          {"kind":"Status","apiVersion":"v1","status":"Failure","reason":"NotFound","code":404}
          """);
    }
  }

  private static void writeKubeconfig(int port) throws IOException {
    String named = System.getenv("KUBECONFIG");
    if (named == null || !named.endsWith(".test.kubeconfig")) {
      throw new IllegalStateException(
          "KUBECONFIG has to name the file of these tests, as helm/pom.xml does");
    }
    Path file = Path.of(named);
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        """
        apiVersion: v1
        kind: Config
        current-context: test
        clusters: [{name: test, cluster: {server: "http://127.0.0.1:%d"}}]
        users: [{name: test, user: {}}]
        contexts: [{name: test, context: {cluster: test, user: test}}]
        """
            .formatted(port));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
