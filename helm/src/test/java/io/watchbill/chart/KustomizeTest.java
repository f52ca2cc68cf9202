package io.watchbill.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands under {@code k8s/} is what the chart makes. */
class KustomizeTest {
  /**
   * What an overlay has beyond the chart, which asks for a database and a Secret that are there.
   */
  private static final Map<String, Set<String>> BEYOND_THE_CHART =
      Map.of(
          "laptop",
          Set.of(
              "Namespace on-call",
              "ConfigMap postgres-roles",
              "Secret watchbill-access",
              "Secret watchbill-database",
              "Service postgres",
              "StatefulSet postgres"),
          "production",
          Set.of("Namespace on-call"));

  @Test
  void everyFileHoldsTheObjectsAsTheChartRendersThem() {
    Map<String, String> made = PlainManifests.made();
    PlainManifests.write(Path.of("target/k8s"), made);

    made.forEach(
        (name, text) ->
            assertThat(PlainManifests.DIRECTORY.resolve(name))
                .as("k8s/%s: cp -r helm/target/k8s . if the chart's change is meant", name)
                .hasContent(text));
  }

  @Test
  void nothingThatTheChartMakesIsLeftOut() {
    List<String> files =
        PlainManifests.made().keySet().stream().filter(name -> name.startsWith("base/")).toList();

    assertThat(PlainManifests.kindsOfBase()).hasSameSizeAs(files);
  }

  @Test
  void everyFileIsNamedInItsKustomization() throws IOException {
    try (Stream<Path> files = Files.walk(PlainManifests.DIRECTORY)) {
      for (Path kustomization : files.filter(f -> f.endsWith("kustomization.yaml")).toList()) {
        String text = Chart.read(kustomization);
        try (Stream<Path> beside = Files.list(kustomization.getParent())) {
          assertThat(beside.map(f -> f.getFileName().toString()))
              .filteredOn(f -> !Set.of("kustomization.yaml", "chart-values.yaml").contains(f))
              .allSatisfy(f -> assertThat(text).contains(f));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"laptop", "production"})
  void anOverlayIsWhatTheChartRendersWithItsValues(String overlay) {
    Path directory = PlainManifests.DIRECTORY.resolve("overlays").resolve(overlay);
    Map<String, JsonNode> plain =
        new TreeMap<>(PlainManifests.comparable(Kubectl.kustomize(directory)));
    Map<String, JsonNode> chart =
        PlainManifests.comparable(
            Chart.onlyWith(Chart.read(directory.resolve("chart-values.yaml"))));

    assertThat(plain.keySet()).containsAll(BEYOND_THE_CHART.get(overlay));
    plain.keySet().removeAll(BEYOND_THE_CHART.get(overlay));
    assertThat(plain.keySet()).isEqualTo(chart.keySet());
    chart.forEach((name, object) -> assertThat(plain.get(name)).as(name).isEqualTo(object));
  }

  @ParameterizedTest
  @ValueSource(strings = {"laptop", "production"})
  void everyObjectOfAnOverlayIsInItsNamespace(String overlay) {
    Path directory = PlainManifests.DIRECTORY.resolve("overlays").resolve(overlay);

    assertThat(Kubectl.kustomize(directory).objects())
        .filteredOn(o -> !o.get("kind").asText().equals("Namespace"))
        .isNotEmpty()
        .allMatch(o -> o.at("/metadata/namespace").asText().equals("on-call"));
  }

  @Test
  void theLaptopsDatabaseHasTheRolesOfTheChart() {
    Manifests laptop = Kubectl.kustomize(PlainManifests.DIRECTORY.resolve("overlays/laptop"));

    assertThat(laptop.one("ConfigMap", "postgres-roles").at("/data/roles.sql").asText())
        .isEqualTo(Chart.file("files/roles.sql"));
  }
}
