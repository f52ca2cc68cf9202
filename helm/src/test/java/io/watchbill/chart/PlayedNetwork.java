package io.watchbill.chart;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The network of a cluster on one address of this machine: the ports of pods are theirs, and what
 * names a Service leads to the port of the pods that it selects.
 *
 * @param host an address of the loopback interface on which nobody else listens
 */
record PlayedNetwork(Manifests installation, String host) {

  /** The variables of a container that are others here. */
  Map<String, String> instead(JsonNode container) {
    Map<String, String> instead = new LinkedHashMap<>();
    Manifests.env(container)
        .forEach(
            (name, entry) -> {
              String value = entry.path("value").asText();
              if (isService(value.replaceFirst("^http://", ""))) {
                instead.put(name, address(value.replaceFirst("^http://", "")));
              }
            });
    instead.put("QUARKUS_HTTP_HOST", host);
    return instead;
  }

  /** Where a pod of the Service answers what comes to its port {@code http}. */
  String address(String service) {
    JsonNode spec = installation.one("Service", service).get("spec");
    JsonNode port =
        stream(spec.get("ports"))
            .filter(p -> p.get("name").asText().equals("http"))
            .findFirst()
            .orElseThrow();
    List<JsonNode> pods =
        installation.all("Deployment").stream()
            .map(deployment -> deployment.at("/spec/template"))
            .filter(pod -> isSelected(pod.at("/metadata/labels"), spec.get("selector")))
            .toList();
    if (pods.size() != 1 || !listens(pods.getFirst(), port.get("targetPort").asInt())) {
      throw new AssertionError(service + " leads to no pod, several, or a port that is not theirs");
    }
    return "http://" + host + ":" + port.get("targetPort").asInt();
  }

  private boolean isService(String name) {
    return installation.all("Service").stream()
        .anyMatch(service -> service.at("/metadata/name").asText().equals(name));
  }

  private static boolean isSelected(JsonNode labels, JsonNode selector) {
    return selector.properties().stream()
        .allMatch(entry -> entry.getValue().equals(labels.get(entry.getKey())));
  }

  private static boolean listens(JsonNode pod, int port) {
    return stream(pod.at("/spec/containers"))
        .flatMap(container -> stream(container.get("ports")))
        .anyMatch(p -> p.get("containerPort").asInt() == port);
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
