package io.watchbill.chart;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * A real cluster: that of {@code CLUSTER_KUBECONFIG}, which {@code ./watchbill test-cluster} sets.
 */
final class LiveCluster {
  private static final Duration PATIENCE = Duration.ofSeconds(150);
  private static final String KUBECTL = Kubectl.program();
  private static final String HELM = System.getenv().getOrDefault("HELM", "helm");
  private static final Set<String> KNOWN =
      Set.copyOf(kubectl("", "api-versions").output().lines().toList());

  private LiveCluster() {}

  /** Runs kubectl there. */
  static Command kubectl(String input, String... arguments) {
    return run(KUBECTL, input, arguments);
  }

  /** Runs helm there. */
  static Command helm(String input, String... arguments) {
    return run(HELM, input, arguments);
  }

  /** Whether the cluster has this kind of objects, as far as its group and version say. */
  static boolean knows(JsonNode object) {
    return KNOWN.contains(object.get("apiVersion").asText());
  }

  /** Ends the test where pods are not played, but wait for images that there are not. */
  static void needPlayedPods() {
    JsonNode nodes = Chart.parse(kubectl("", "get", "nodes", "-o", "json").output()).get("items");
    boolean played =
        !nodes.isEmpty()
            && StreamSupport.stream(nodes.spliterator(), false)
                .allMatch(n -> n.at("/metadata/labels/type").asText().equals("kwok"));
    need(played, "needs a cluster whose nodes are all played by kwok (label type=kwok)");
  }

  /** Ends the test where the API server cannot ask a server of this machine. */
  static void needApiServerHere() {
    String address =
        kubectl("", "config", "view", "--minify", "-o", "jsonpath={.clusters[0].cluster.server}")
            .output();
    String host = URI.create(address).getHost();
    need(
        Set.of("127.0.0.1", "localhost", "[::1]").contains(host),
        "needs an API server on this machine, not " + host);
  }

  /** Ends the test with the reason, or fails it in continuous integration, which has all. */
  static void need(boolean there, String reason) {
    if (!there) {
      String unused = "true".equals(System.getenv("CI")) ? fail(reason) : abort(reason);
    }
  }

  private static Command run(String program, String input, String... arguments) {
    String kubeconfig = System.getenv("CLUSTER_KUBECONFIG");
    if (kubeconfig == null) {
      throw new IllegalStateException("CLUSTER_KUBECONFIG is not set: ./watchbill test-cluster");
    }
    List<String> words = new ArrayList<>();
    words.add(program);
    words.addAll(List.of(arguments));
    return Command.run(Map.of("KUBECONFIG", kubeconfig), input, PATIENCE, words);
  }
}
