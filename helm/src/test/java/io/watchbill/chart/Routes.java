package io.watchbill.chart;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Where the host's paths lead to: the longest prefix of whole segments wins. */
record Routes(List<JsonNode> paths) {

  static Routes ofChart() {
    return of(Chart.rendered());
  }

  /** Those of the objects' Ingresses. */
  static Routes of(Manifests installation) {
    return new Routes(
        installation.all("Ingress").stream()
            .flatMap(ingress -> stream(ingress.at("/spec/rules/0/http/paths")))
            .toList());
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  /** The service that gets a request, or {@code nobody}. */
  String to(String path) {
    return paths.stream()
        .filter(rule -> leads(rule.get("path").asText(), path))
        .max(Comparator.comparingInt(rule -> rule.get("path").asText().length()))
        .map(rule -> rule.at("/backend/service/name").asText())
        .map(name -> name.replaceFirst("^" + Chart.RELEASE + "-", ""))
        .orElse("nobody");
  }

  private static boolean leads(String prefix, String path) {
    return path.equals(prefix) || path.startsWith(prefix + "/");
  }
}
