package io.watchbill.chart;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Where the host's paths lead to: an exact path wins, then the longest prefix of whole segments.
 */
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
        .filter(rule -> leads(rule, path))
        .max(Comparator.comparingInt(rule -> rule.get("path").asText().length()))
        .map(rule -> rule.at("/backend/service/name").asText())
        .map(name -> name.replaceFirst("^" + Chart.RELEASE + "-", ""))
        .orElse("nobody");
  }

  private static boolean leads(JsonNode rule, String path) {
    String prefix = rule.get("path").asText();
    boolean below = rule.get("pathType").asText().equals("Prefix") && path.startsWith(prefix + "/");
    return below || path.equals(prefix);
  }
}
