package io.watchbill.chart;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.time.Instant;

/**
 * The custom metrics API of a live cluster, as an adapter would serve it, with one number for every
 * Service and metric; the cluster has it until this is closed.
 */
final class PlayedMetrics implements AutoCloseable {
  private static final String NAME = "v1beta1.custom.metrics.k8s.io";
  private static final String MINE = "watchbill.io/made-by=test-cluster";
  private static final String VERSION = "/apis/custom.metrics.k8s.io/v1beta1";

  private final HttpsServer server;
  private volatile int value;

  private PlayedMetrics(HttpsServer server) {
    this.server = server;
    server.createContext("/", this::answer);
    server.start();
  }

  /** Serves the API in a cluster that has none, by a Service of the namespace. */
  static PlayedMetrics in(TestNamespace namespace) throws IOException, GeneralSecurityException {
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(SelfSigned.made().context()));
    PlayedMetrics metrics = new PlayedMetrics(server);
    namespace.kubectlWith(metrics.registration(namespace), "apply", "-f", "-").output();
    return metrics;
  }

  /** Ends the test in a cluster that has such an API already. */
  static void needNone() {
    LiveCluster.need(
        LiveCluster.kubectl("", "get", "apiservices", "-l", MINE.replace("=", "!="), "-o", "name")
            .output()
            .lines()
            .noneMatch(name -> name.contains(".custom.metrics.k8s.io")),
        "needs a cluster without a custom metrics API of its own");
  }

  /** From now on every metric of every Service has this value. */
  void say(int now) {
    value = now;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String[] parts = path.split("/", -1);
    if (path.equals(VERSION)) {
      JsonAnswer.send(
          exchange,
          200,
          """
          {"kind": "APIResourceList", "apiVersion": "v1", "groupVersion": \
          "custom.metrics.k8s.io/v1beta1", "resources": []}
          """);
    } else if (path.startsWith(VERSION + "/namespaces/") && parts.length == 9) {
      JsonAnswer.send(exchange, 200, list(parts[5], parts[7], parts[8]));
    } else {
      JsonAnswer.send(exchange, 404, "{}");
    }
  }

  private String list(String namespace, String service, String metric) {
    return """
        {"kind": "MetricValueList", "apiVersion": "custom.metrics.k8s.io/v1beta1", "metadata": {},
         "items": [{"describedObject": {"kind": "Service", "apiVersion": "v1", "namespace": "%s",
           "name": "%s"}, "metricName": "%s", "timestamp": "%s", "value": "%d"}]}
        """
        .formatted(namespace, service, metric, Instant.now(), value);
  }

  private String registration(TestNamespace namespace) {
    return """
        apiVersion: v1
        kind: Service
        metadata: {name: played-metrics}
        spec:
          type: ExternalName
          externalName: localhost
          ports: [{port: %1$d}]
        ---
        apiVersion: apiregistration.k8s.io/v1
        kind: APIService
        metadata:
          name: %2$s
          labels: {%3$s}
        spec:
          group: custom.metrics.k8s.io
          version: v1beta1
          groupPriorityMinimum: 100
          versionPriority: 100
          insecureSkipTLSVerify: true
          service: {namespace: %4$s, name: played-metrics, port: %1$d}
        """
        .formatted(server.getAddress().getPort(), NAME, MINE.replace("=", ": "), namespace.name());
  }

  /** An API that is registered and does not answer would keep namespaces from going. */
  @Override
  public void close() {
    LiveCluster.kubectl("", "delete", "apiservice", NAME, "--ignore-not-found").output();
    server.stop(0);
  }
}
