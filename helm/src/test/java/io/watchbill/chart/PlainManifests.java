package io.watchbill.chart;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The files under {@code k8s/} that are made from the chart, for those without Helm. */
final class PlainManifests {
  static final Path DIRECTORY = Chart.REPOSITORY.resolve("k8s");
  private static final String HEAD =
      "# Made from the chart by KustomizeTest: change the chart, not this file.\n";

  /** What only Helm has a use for. */
  private static final List<String> HELMS =
      List.of("helm.sh/chart", "app.kubernetes.io/managed-by");

  private static final List<String> KINDS_OF_BASE =
      List.of("Deployment", "Ingress", "Job", "PodDisruptionBudget", "Service", "ServiceAccount");

  private static final YAMLMapper WRITER =
      YAMLMapper.builder()
          .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
          .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
          .disable(YAMLGenerator.Feature.SPLIT_LINES)
          .build();

  private PlainManifests() {}

  /** Their texts by their paths under {@code k8s/}. */
  static Map<String, String> made() {
    Manifests base = rendered("{}");
    Map<String, String> files = new TreeMap<>();
    for (String kind : KINDS_OF_BASE) {
      put(files, "base", kind, base);
    }
    put(
        files,
        "components/network-policies",
        "NetworkPolicy",
        rendered("networkPolicy: {enabled: true}"));
    put(
        files,
        "components/autoscaling",
        "HorizontalPodAutoscaler",
        rendered(
            """
            incident: {autoscaling: {enabled: true}}
            rotation: {autoscaling: {enabled: true}}
            escalation: {autoscaling: {enabled: true}}
            """));
    Manifests monitored =
        rendered(
            "serviceMonitor: {enabled: true}",
            "prometheusRule: {enabled: true}",
            "dashboards: {enabled: true}");
    put(files, "components/monitoring", "ServiceMonitor", monitored);
    put(files, "components/monitoring", "PrometheusRule", monitored);
    put(files, "components/monitoring", "ConfigMap", monitored);
    files.put("overlays/laptop/roles.sql", Chart.file("files/roles.sql"));
    return files;
  }

  /** Kinds of the base, as the chart with the values of {@code k8s/} makes them. */
  static List<String> kindsOfBase() {
    return rendered("{}").objects().stream().map(o -> o.get("kind").asText()).distinct().toList();
  }

  /** Writes the files into a directory, from which they can be copied. */
  static void write(Path directory, Map<String, String> files) {
    files.forEach(
        (name, text) -> {
          try {
            Path file = directory.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** The objects by kind and name, without what only Helm or an overlay's namespace says. */
  static Map<String, JsonNode> comparable(Manifests manifests) {
    return manifests.objects().stream()
        .map(PlainManifests::plain)
        .collect(
            Collectors.toMap(
                o -> o.get("kind").asText() + " " + o.at("/metadata/name").asText(),
                o -> o,
                (a, b) -> {
                  throw new AssertionError("twice: " + a.get("kind") + a.at("/metadata/name"));
                },
                TreeMap::new));
  }

  private static Manifests rendered(String... values) {
    return Chart.onlyWith(Chart.read(DIRECTORY.resolve("chart-values.yaml")), values);
  }

  private static void put(
      Map<String, String> files, String directory, String kind, Manifests objects) {
    String text =
        objects.all(kind).stream()
            .map(o -> text(plain(o)))
            .sorted()
            .collect(Collectors.joining("", HEAD, ""));
    files.put(
        directory
            + "/"
            + kind.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT)
            + ".yaml",
        text);
  }

  private static JsonNode plain(JsonNode object) {
    ObjectNode copy = object.deepCopy();
    ((ObjectNode) copy.get("metadata")).remove("namespace");
    for (JsonNode metadata : copy.findValues("metadata")) {
      if (metadata.get("labels") instanceof ObjectNode labels) {
        labels.remove(HELMS);
      }
      if (metadata.get("annotations") instanceof ObjectNode annotations) {
        annotations.properties().removeIf(a -> a.getKey().startsWith(Chart.HOOK));
        if (annotations.isEmpty()) {
          ((ObjectNode) metadata).remove("annotations");
        }
      }
    }
    return copy;
  }

  private static String text(JsonNode object) {
    try {
      return WRITER.writeValueAsString(object);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
