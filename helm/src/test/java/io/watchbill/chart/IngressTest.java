package io.watchbill.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IngressTest {
  private static final Set<String> BETWEEN_SERVICES =
      Set.of("/v1/caller", "/v1/events", "/v1/snapshots", "/v1/snapshots/digests");
  private static final String PATHS = "/spec/rules/0/http/paths";

  @Test
  void oneHostLeadsToAllThreeServices() {
    JsonNode ingress = ingress(Chart.rendered());

    assertThat(ingress.at("/spec/rules")).hasSize(1);
    assertThat(ingress.at("/spec/rules/0/host").asText()).isEqualTo("watchbill.example.org");
    assertThat(backendOf("/v1/incidents")).isEqualTo("watchbill-incident");
    assertThat(backendOf("/v1/ingest")).isEqualTo("watchbill-incident");
    assertThat(backendOf("/admin")).isEqualTo("watchbill-incident");
    assertThat(backendOf("/status")).isEqualTo("watchbill-incident");
    assertThat(backendOf("/errors.html")).isEqualTo("watchbill-incident");
    assertThat(backendOf("/incidents")).isEqualTo("watchbill-incident");
    assertThat(backendOf("/sign-in")).isEqualTo("watchbill-rotation");
    assertThat(backendOf("/messages")).isEqualTo("watchbill-escalation");
    assertThat(backendOf("/v1/rotations")).isEqualTo("watchbill-rotation");
    assertThat(backendOf("/v1/keys")).isEqualTo("watchbill-rotation");
    assertThat(backendOf("/v1/policies")).isEqualTo("watchbill-escalation");
    assertThat(backendOf("/acknowledge")).isEqualTo("watchbill-escalation");
  }

  @ParameterizedTest
  @ValueSource(strings = {"incident", "rotation", "escalation"})
  void everyPathForOthersLeadsToTheServiceThatAnswersIt(String service) {
    Path description = Chart.REPOSITORY.resolve(service + "-service/openapi.yaml");
    List<String> astray = new ArrayList<>();
    Routes routes = Routes.ofChart();
    Chart.parse(Chart.read(description))
        .get("paths")
        .fieldNames()
        .forEachRemaining(
            path -> {
              if (!BETWEEN_SERVICES.contains(path) && !routes.to(path).equals(service)) {
                astray.add(path + " leads to " + routes.to(path));
              }
            });
    assertThat(astray).isEmpty();
  }

  @Test
  void everyPathIsListedOnce() {
    JsonNode paths = ingress(Chart.rendered()).at(PATHS);

    assertThat(paths.findValuesAsText("path")).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/q",
        "/q/health/ready",
        "/metrics",
        "/v1",
        "/v1/caller",
        "/v1/events",
        "/v1/snapshots/digests",
        "/v1/peoplex",
        "/nothing"
      })
  void whatIsBetweenTheServicesStaysInTheCluster(String path) {
    assertThat(Routes.ofChart().to(path)).isEqualTo("nobody");
  }

  @Test
  void onlyTheFirstPageIsThatPathAlone() {
    JsonNode paths = ingress(Chart.rendered()).at(PATHS);

    assertThat(paths)
        .allSatisfy(
            path ->
                assertThat(path.get("pathType").asText())
                    .isEqualTo(path.get("path").asText().equals("/") ? "Exact" : "Prefix"));
    assertThat(Routes.ofChart().to("/")).isEqualTo("incident");
  }

  @Test
  void tlsEndsAtTheIngressWhenACertificateIsNamed() {
    JsonNode ingress = ingress(Chart.withEverything());

    assertThat(ingress.at("/spec/ingressClassName").asText()).isEqualTo("nginx");
    assertThat(ingress.at("/spec/tls/0/secretName").asText()).isEqualTo("watchbill-tls");
    assertThat(ingress.at("/spec/tls/0/hosts/0").asText()).isEqualTo("watchbill.example.org");
    assertThat(ingress(Chart.rendered()).at("/spec").has("tls")).isFalse();
  }

  @Test
  void aPortInThePublicAddressIsNotPartOfTheHost() {
    JsonNode ingress = ingress(Chart.rendered("publicUrl: http://watchbill.local:8443"));

    assertThat(ingress.at("/spec/rules/0/host").asText()).isEqualTo("watchbill.local");
  }

  @Test
  void theServicesBuildLinksWithThePublicAddressAndFindEachOther() {
    Manifests installation = Chart.rendered();

    for (String service : Chart.SERVICES) {
      var env = Manifests.env(installation.container(service));
      assertThat(env.get("WATCHBILL_PUBLIC_URL").get("value").asText())
          .isEqualTo("https://watchbill.example.org");
      for (String peer : Chart.SERVICES) {
        String name = "WATCHBILL_PEERS_" + peer.toUpperCase(java.util.Locale.ROOT);
        assertThat(env.get(name + "_URL").get("value").asText())
            .isEqualTo("http://watchbill-" + peer);
        assertThat(installation.one("Service", "watchbill-" + peer).at("/spec/ports/0/port"))
            .hasToString("80");
      }
    }
  }

  private static JsonNode ingress(Manifests installation) {
    return installation.one("Ingress", "watchbill");
  }

  private static String backendOf(String path) {
    for (JsonNode rule : ingress(Chart.rendered()).at(PATHS)) {
      if (rule.get("path").asText().equals(path)) {
        return rule.at("/backend/service/name").asText();
      }
    }
    return "nobody";
  }
}
