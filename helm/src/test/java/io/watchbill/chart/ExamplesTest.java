package io.watchbill.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands beside the chart under {@code k8s/examples} fits it. */
class ExamplesTest {

  @ParameterizedTest
  @MethodSource("valuesOfOthers")
  void whatOnlyRendersTheChartGetsTheSameEachTime(String tool, JsonNode values) {
    Manifests first = Chart.render(values);

    assertThat(first.objects()).as(tool).hasSizeGreaterThan(20);
    assertThat(Chart.render(values)).isEqualTo(first);
  }

  @ParameterizedTest
  @MethodSource("valuesOfOthers")
  void whatOnlyRendersTheChartMakesNoKeysAndHoldsNone(String tool, JsonNode values) {
    assertThat(Chart.render(values).all("Secret")).as(tool).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("valuesOfOthers")
  void everySecretThatIsReadIsMadeByExternalSecrets(String tool, JsonNode values) {
    Map<String, Set<String>> made = new TreeMap<>();
    for (JsonNode secret : example("external-secrets").all("ExternalSecret")) {
      made.put(
          secret.at("/spec/target/name").asText(),
          new TreeSet<>(secret.at("/spec/data").findValuesAsText("secretKey")));
    }

    Map<String, Set<String>> read = new TreeMap<>();
    for (JsonNode pod : Chart.render(values).pods()) {
      for (JsonNode from : pod.findValues("secretKeyRef")) {
        read(read, from.get("name").asText(), from.get("key").asText());
      }
      for (JsonNode volume : pod.get("volumes").findValues("secret")) {
        read(read, volume.get("secretName").asText(), volume.at("/items/0/key").asText());
      }
    }

    assertThat(read).as(tool).hasSizeGreaterThan(2);
    read.forEach((secret, keys) -> assertThat(made.get(secret)).as(secret).containsAll(keys));
    assertThat(made.get("watchbill-access")).isEqualTo(read.get("watchbill-access"));
    assertThat(made.get("watchbill-database")).isEqualTo(read.get("watchbill-database"));
  }

  @Test
  void argoTurnsTheHooksIntoItsOwnAndKnowsTheRelease() {
    JsonNode application = example("argo-cd").one("Application", "watchbill");

    assertThat(application.at("/spec/source/path").asText()).isEqualTo("helm/watchbill");
    assertThat(application.at("/spec/source/helm/releaseName").asText()).isEqualTo(Chart.RELEASE);
    assertThat(application.at("/spec/destination/namespace").asText()).isEqualTo(Chart.NAMESPACE);
  }

  @Test
  void fluxFindsTheChartInItsRepository() {
    Manifests flux = example("flux");
    JsonNode chart = flux.one("HelmRelease", "watchbill").at("/spec/chart/spec");

    flux.one(chart.at("/sourceRef/kind").asText(), chart.at("/sourceRef/name").asText());
    assertThat(Chart.REPOSITORY.resolve(chart.get("chart").asText()).resolve("Chart.yaml"))
        .exists();
  }

  @Test
  void theExamplesAreOfTheChartsVersion() {
    String version = "v" + Chart.yaml("Chart.yaml").get("appVersion").asText();

    assertThat(example("argo-cd").one("Application", "watchbill").at("/spec/source/targetRevision"))
        .hasToString("\"" + version + "\"");
    assertThat(example("flux").one("GitRepository", "watchbill").at("/spec/ref/tag"))
        .hasToString("\"" + version + "\"");
  }

  @Test
  void theCertificateIsTheOneThatIngressAndGatewayShow() {
    Manifests manager = example("cert-manager");
    JsonNode certificate = manager.one("Certificate", "watchbill");
    JsonNode values = valuesOfArgo();

    String secret = certificate.at("/spec/secretName").asText();
    assertThat(values.at("/ingress/tlsSecret").asText()).isEqualTo(secret);
    assertThat(values.at("/ingress/annotations").get("cert-manager.io/cluster-issuer"))
        .isEqualTo(certificate.at("/spec/issuerRef/name"))
        .isEqualTo(manager.all("ClusterIssuer").getFirst().at("/metadata/name"));
    JsonNode listener = manager.one("Gateway", "public").at("/spec/listeners/0");
    assertThat(listener.at("/tls/certificateRefs/0/name").asText()).isEqualTo(secret);
    assertThat(certificate.at("/spec/dnsNames/0")).isEqualTo(listener.get("hostname"));
    assertThat(values.get("publicUrl").asText()).endsWith("//" + listener.get("hostname").asText());
  }

  @ParameterizedTest
  @ValueSource(strings = {"incident", "rotation", "escalation"})
  void theMeasureThatTheValuesProposeIsMadeByTheAdapter(String service) {
    Set<String> made =
        example("prometheus-adapter")
            .objects()
            .getFirst()
            .at("/rules/custom")
            .findValues("name")
            .stream()
            .map(name -> name.path("as").asText())
            .collect(Collectors.toSet());
    String values = Chart.file("values.yaml").replaceFirst("(?s).*?\n" + service + ":\n", "");

    String proposed =
        Pattern.compile("such as (watchbill_[a-z_]+)")
            .matcher(values)
            .results()
            .findFirst()
            .orElseThrow()
            .group(1);
    assertThat(made).contains(proposed);
  }

  @Test
  void everySeriesOfTheAdapterIsDocumented() {
    String documented = Chart.read(Chart.REPOSITORY.resolve("docs/metrics.md"));
    JsonNode rules = example("prometheus-adapter").objects().getFirst().at("/rules/custom");

    assertThat(rules.findValuesAsText("seriesQuery"))
        .hasSize(3)
        .allSatisfy(
            query ->
                assertThat(documented)
                    .contains("`" + query.replaceAll("(_count)?\\{.*", "") + "`"));
  }

  static Stream<Arguments> valuesOfOthers() {
    return Stream.of(
        Arguments.of("Argo CD", valuesOfArgo()),
        Arguments.of("Flux", example("flux").one("HelmRelease", "watchbill").at("/spec/values")));
  }

  private static JsonNode valuesOfArgo() {
    return example("argo-cd").one("Application", "watchbill").at("/spec/source/helm/valuesObject");
  }

  private static void read(Map<String, Set<String>> read, String secret, String key) {
    read.computeIfAbsent(secret, s -> new TreeSet<>()).add(key);
  }

  private static Manifests example(String name) {
    return Manifests.of(Chart.read(PlainManifests.DIRECTORY.resolve("examples/" + name + ".yaml")));
  }
}
