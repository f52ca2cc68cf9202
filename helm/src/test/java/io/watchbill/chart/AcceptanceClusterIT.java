package io.watchbill.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The API server takes every object to the last field, where pods must be restricted. */
class AcceptanceClusterIT {
  /** Whose definition {@code .ci/cluster} finds in no registry. */
  private static final String NOT_TO_BE_HAD = "postgresql.cnpg.io/v1 Cluster";

  private static TestNamespace namespace;

  @BeforeAll
  static void make() {
    namespace = new TestNamespace();
  }

  @AfterAll
  static void remove() {
    namespace.close();
  }

  @ParameterizedTest
  @MethodSource("values")
  void everyObjectOfTheChartIsAccepted(String file) {
    assertThatAllAreAccepted(rendered(file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"laptop", "production"})
  void everyObjectOfAnOverlayIsAccepted(String overlay) {
    assertThatAllAreAccepted(
        Kubectl.kustomize(PlainManifests.DIRECTORY.resolve("overlays").resolve(overlay)));
  }

  @Test
  void aMisspeltFieldIsRefused() {
    Manifests installation = rendered("minimal-values.yaml");
    ((ObjectNode) installation.container("incident")).putObject("resourcess");

    Command check = namespace.check(installation);

    assertThat(check.succeeded()).isFalse();
    assertThat(check.complaints())
        .contains("Error from server")
        .contains("resourcess: field not declared in schema");
  }

  @Test
  void aPodThatMayDoMoreIsRefused() {
    Manifests installation = rendered("minimal-values.yaml");
    ((ObjectNode) installation.container("incident")).remove("securityContext");

    Command check = namespace.check(installation);

    assertThat(check.succeeded()).isFalse();
    assertThat(check.complaints()).contains("PodSecurity").contains("incident-service");
  }

  static Stream<String> values() throws IOException {
    try (Stream<Path> files = Files.list(Chart.DIRECTORY.resolve("ci"))) {
      return files.map(f -> f.getFileName().toString()).sorted().toList().stream();
    }
  }

  /** All that the chart makes, hooks too, by the program that installs it. */
  private static Manifests rendered(String values) {
    return Manifests.of(
        namespace
            .helm(
                Chart.file("ci/" + values),
                "template",
                Chart.RELEASE,
                Chart.DIRECTORY.toString(),
                "--values",
                "-")
            .output());
  }

  /** Kinds that the cluster does not have are named; continuous integration has all. */
  private static void assertThatAllAreAccepted(Manifests objects) {
    List<JsonNode> known = objects.objects().stream().filter(LiveCluster::knows).toList();
    List<String> unknown =
        objects.objects().stream()
            .filter(o -> !known.contains(o))
            .map(o -> o.get("apiVersion").asText() + " " + o.get("kind").asText())
            .distinct()
            .toList();
    if ("true".equals(System.getenv("CI"))) {
      assertThat(unknown).as("kinds that this cluster does not have").isSubsetOf(NOT_TO_BE_HAD);
    }
    if (!unknown.isEmpty()) {
      System.out.println("not checked, because this cluster does not have it: " + unknown);
    }

    Command check = namespace.check(new Manifests(known));

    assertThat(check.succeeded()).as(check.complaints()).isTrue();
    assertThat(TestNamespace.list(check.out()).objects()).hasSameSizeAs(known);
  }
}
