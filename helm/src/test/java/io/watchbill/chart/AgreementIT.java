package io.watchbill.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The chart says the same as what the build of each service says of itself. */
class AgreementIT {
  @ParameterizedTest
  @MethodSource("services")
  void portsAreThoseOfTheService(PackagedService service) {
    JsonNode generated = container(service);
    JsonNode chart = Chart.rendered().container(service.name());

    assertThat(chart.get("ports")).containsExactlyElementsOf(generated.get("ports"));
    assertThat(
            Chart.rendered().one("Service", Chart.RELEASE + "-" + service.name()).at("/spec/ports"))
        .isEqualTo(service.generated().all("Service").getFirst().at("/spec/ports"));
  }

  @ParameterizedTest
  @MethodSource("services")
  void probesAskWhatTheServiceAnswers(PackagedService service) {
    JsonNode generated = container(service);
    JsonNode chart = Chart.rendered().container(service.name());

    for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
      assertThat(chart.at("/" + probe + "/httpGet"))
          .isEqualTo(generated.at("/" + probe + "/httpGet"));
    }
  }

  @ParameterizedTest
  @MethodSource("services")
  void prometheusFindsTheMetricsOfTheService(PackagedService service) {
    JsonNode generated =
        service.generated().all("Deployment").getFirst().at("/spec/template/metadata/annotations");
    JsonNode chart =
        Chart.rendered()
            .one("Deployment", Chart.RELEASE + "-" + service.name())
            .at("/spec/template/metadata/annotations");

    for (String about : List.of("scrape", "path", "port", "scheme")) {
      assertThat(chart.get("prometheus.io/" + about))
          .isEqualTo(generated.get("prometheus.io/" + about));
    }
  }

  @ParameterizedTest
  @MethodSource("services")
  void whatTheBuildSetsTheChartSetsToo(PackagedService service) {
    Map<String, JsonNode> chart = Manifests.env(Chart.rendered().container(service.name()));

    assertThat(Manifests.env(container(service)).keySet())
        .filteredOn(name -> !name.equals("KUBERNETES_NAMESPACE")) // no service asks for it
        .isSubsetOf(chart.keySet());
  }

  @ParameterizedTest
  @MethodSource("withImages")
  void everyVariableIsOneThatTheProgramReadsWhenItStarts(PackagedService service) {
    Predicate<String> known = service.knowsVariable();
    Stream<JsonNode> containers =
        Stream.of(
                Chart.withEverything(), Chart.onlyWith(Chart.file("ci/cloudnative-pg-values.yaml")))
            .flatMap(installation -> installation.containers().stream())
            .filter(c -> PackagedService.of(c).equals(service));

    List<String> unknown =
        containers.flatMap(c -> Manifests.env(c).keySet().stream()).filter(known.negate()).toList();

    assertThat(unknown).isEmpty();
    assertThat(known.test("QUARKUS_DATASOURCE_REACTIVE_MAXSIZE")).isFalse();
    assertThat(known.test("WATCHBILL_PUBLICURL")).isFalse();
  }

  @ParameterizedTest
  @MethodSource("withImages")
  void theImageFindsWhatItCopies(PackagedService service) throws IOException {
    service.built("quarkus-app/quarkus-run.jar");
    for (String path : ImagesTest.copied("jvm").toList()) {
      Path copied = Chart.REPOSITORY.resolve(path.replace("${SERVICE}", service.toString()));
      assertThat(copied).exists();
    }
    String executable = ImagesTest.copied("native").findFirst().orElseThrow();
    PathMatcher matcher =
        FileSystems.getDefault()
            .getPathMatcher("glob:" + executable.replace("${SERVICE}", service.toString()));
    Path jar = firstJar(service);
    String name = jar.getFileName().toString().replace(".jar", "-runner");
    assertThat(matcher.matches(Path.of(service.toString(), "target", name))).isTrue();
  }

  static Stream<PackagedService> services() {
    return PackagedService.all();
  }

  static Stream<PackagedService> withImages() {
    return PackagedService.withImages();
  }

  private static Path firstJar(PackagedService service) throws IOException {
    try (Stream<Path> jars = Files.list(service.built("quarkus-app/app"))) {
      return jars.findFirst().orElseThrow();
    }
  }

  private static JsonNode container(PackagedService service) {
    return service.generated().all("Deployment").getFirst().at("/spec/template/spec/containers/0");
  }
}
