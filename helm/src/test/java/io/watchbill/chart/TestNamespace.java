package io.watchbill.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A namespace of a live cluster for one test, in which pods must be as restricted as Kubernetes
 * knows; it goes when it is closed.
 */
final class TestNamespace implements AutoCloseable {
  private final String name = "watchbill-test-" + UUID.randomUUID().toString().substring(0, 8);

  TestNamespace() {
    kubectlWith(
            """
            apiVersion: v1
            kind: Namespace
            metadata:
              name: %s
              labels:
                pod-security.kubernetes.io/enforce: restricted
                pod-security.kubernetes.io/warn: restricted
            """
                .formatted(name),
            "apply",
            "-f",
            "-")
        .output();
  }

  String name() {
    return name;
  }

  /** Runs kubectl in it. */
  Command kubectl(String... arguments) {
    return kubectlWith("", arguments);
  }

  /** Runs kubectl in it, with an input. */
  Command kubectlWith(String input, String... arguments) {
    return LiveCluster.kubectl(input, in(arguments));
  }

  /** Runs helm in it, with values (YAML) as its input: {@code --values -}. */
  Command helm(String values, String... arguments) {
    return LiveCluster.helm(values, in(arguments));
  }

  /** The objects of these kinds, separated by commas, as the cluster has them. */
  Manifests get(String kinds) {
    return list(kubectl("get", kinds, "-o", "json").output());
  }

  /** Has the API server check objects to the last field, as if they were to be made here. */
  Command check(Manifests objects) {
    return kubectlWith(
        here(objects),
        "apply",
        "--server-side",
        "--force-conflicts",
        "--dry-run=server",
        "--validate=strict",
        "--warnings-as-errors",
        "-o",
        "json",
        "-f",
        "-");
  }

  /** The objects of a {@code List}, or the only object. */
  static Manifests list(String json) {
    JsonNode node = Chart.parse(json);
    List<JsonNode> objects = new ArrayList<>();
    if (node.has("items")) {
      node.get("items").forEach(objects::add);
    } else {
      objects.add(node);
    }
    return new Manifests(objects);
  }

  /** The objects one after the other, with this namespace in the place of the one they name. */
  private String here(Manifests objects) {
    StringBuilder documents = new StringBuilder();
    for (JsonNode object : objects.objects()) {
      ObjectNode here = object.deepCopy();
      ObjectNode metadata = here.withObject("/metadata");
      if (here.get("kind").asText().equals("Namespace")) {
        metadata.put("name", name);
      } else {
        metadata.remove("namespace");
      }
      documents.append("---\n").append(here).append('\n');
    }
    return documents.toString();
  }

  private String[] in(String... arguments) {
    List<String> words = new ArrayList<>(List.of(arguments));
    words.add("--namespace");
    words.add(name);
    return words.toArray(String[]::new);
  }

  @Override
  public void close() {
    kubectl("delete", "namespace", name, "--wait=false").output();
  }
}
