package io.watchbill.chart;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The chart, installed in a namespace of its own of a live cluster whose pods are played. */
final class LiveRelease implements AutoCloseable {
  /** The least that must be said, with passwords of which the chart makes a Secret. */
  private static final String VALUES =
      """
      publicUrl: https://watchbill.example.org
      image: {registry: registry.example.org/watchbill}
      postgres:
        host: postgres.example.org
        passwords: {owner: o, incident: i, rotation: r, escalation: e}
      """;

  private static final String KINDS =
      "deployments,pods,services,endpointslices,ingresses,secrets,serviceaccounts,"
          + "poddisruptionbudgets,horizontalpodautoscalers,networkpolicies";

  private final TestNamespace namespace = new TestNamespace();

  private LiveRelease() {}

  /** A namespace in which it is not installed yet. */
  static LiveRelease prepared() {
    LiveCluster.needPlayedPods();
    return new LiveRelease();
  }

  /** Installs it with these values (YAML) over the least, and waits until all pods are ready. */
  static LiveRelease installed(String... values) {
    LiveRelease release = prepared();
    try {
      release.install(values);
    } catch (RuntimeException e) {
      release.close();
      throw e;
    }
    return release;
  }

  /** Installs it with these values (YAML) over the least, and waits until all pods are ready. */
  void install(String... values) {
    change("install", "60s", List.of(), values).output();
  }

  /** Upgrades it to these values (YAML) over the least, and waits until all pods are ready. */
  void upgrade(String... values) {
    change("upgrade", "60s", List.of(), values).output();
  }

  /** Tries to upgrade it for a few seconds, and goes back when that fails. */
  Command tryToUpgrade(String... values) {
    boolean three = LiveCluster.helm("", "version", "--short").output().startsWith("v3");
    return change("upgrade", "8s", List.of(three ? "--atomic" : "--rollback-on-failure"), values);
  }

  /** Runs helm in its namespace. */
  Command helm(String... arguments) {
    return namespace.helm("", arguments);
  }

  TestNamespace namespace() {
    return namespace;
  }

  /** The objects of the chart and what became of them, as the cluster has them. */
  Manifests objects() {
    return namespace.get(KINDS);
  }

  /** The hooks as Helm gave them to the cluster, which are gone when they have succeeded. */
  Manifests hooks() {
    return Manifests.of(helm("get", "hooks", Chart.RELEASE).output());
  }

  /** What the Secrets of the chart hold, by their names. */
  Map<String, JsonNode> secrets() {
    return namespace.get("secrets").objects().stream()
        .filter(secret -> secret.get("type").asText().equals("Opaque"))
        .collect(Collectors.toMap(LiveRelease::name, secret -> secret.get("data")));
  }

  /** The pods of each service that are ready and stay, by their names, with their nodes. */
  Map<String, Map<String, String>> readyPods() {
    Map<String, Map<String, String>> pods = new TreeMap<>();
    for (JsonNode pod : namespace.get("pods").objects()) {
      if (Chart.SERVICES.contains(component(pod)) && isReady(pod)) {
        pods.computeIfAbsent(component(pod), service -> new TreeMap<>())
            .put(name(pod), pod.at("/spec/nodeName").asText());
      }
    }
    return pods;
  }

  /** How many ready addresses a service has. */
  long endpoints(String service) {
    return namespace.get("endpointslices").objects().stream()
        .filter(slice -> component(slice).equals(service))
        .flatMap(slice -> stream(slice.path("endpoints")))
        .filter(endpoint -> endpoint.at("/conditions/ready").asBoolean())
        .count();
  }

  private Command change(String verb, String timeout, List<String> options, String... values) {
    List<String> words =
        new ArrayList<>(
            List.of(verb, Chart.RELEASE, Chart.DIRECTORY.toString(), "--values", "-", "--wait"));
    words.addAll(List.of("--timeout", timeout));
    words.addAll(options);
    return namespace.helm(Chart.merged(VALUES, values).toString(), words.toArray(String[]::new));
  }

  private static boolean isReady(JsonNode pod) {
    return !pod.get("metadata").has("deletionTimestamp")
        && stream(pod.at("/status/conditions"))
            .anyMatch(
                condition ->
                    condition.get("type").asText().equals("Ready")
                        && condition.get("status").asText().equals("True"));
  }

  private static String component(JsonNode object) {
    return object.at("/metadata/labels").path("app.kubernetes.io/component").asText();
  }

  private static String name(JsonNode object) {
    return object.at("/metadata/name").asText();
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  @Override
  public void close() {
    namespace.close();
  }
}
