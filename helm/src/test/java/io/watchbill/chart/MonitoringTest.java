package io.watchbill.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Prometheus and the monitor outside get to know. */
class MonitoringTest {

  @Test
  void nothingOfItIsThereUnlessItIsWanted() {
    Manifests installation = Chart.rendered();

    assertThat(installation.all("ServiceMonitor")).isEmpty();
    assertThat(installation.all("PrometheusRule")).isEmpty();
    assertThat(Manifests.env(installation.container("escalation")))
        .doesNotContainKeys("WATCHBILL_HEARTBEAT_URL", "WATCHBILL_HEARTBEAT_EVERY")
        .allSatisfy((name, value) -> assertThat(name).doesNotStartWith("OTEL_"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"incident", "rotation", "escalation"})
  void everyServiceIsTracedToTheCollectorThatIsNamed(String service) {
    Map<String, JsonNode> env = Manifests.env(Chart.withEverything().container(service));

    assertThat(env.get("OTEL_SDK_DISABLED").path("value").asText()).isEqualTo("false");
    assertThat(env.get("OTEL_EXPORTER_OTLP_ENDPOINT").path("value").asText())
        .isEqualTo("http://otel-collector.observability:4318");
    assertThat(env.get("OTEL_TRACES_SAMPLER_ARG").path("value").asText()).isEqualTo("0.25");
  }

  @Test
  void aNetworkPolicyLetsTracesOutToThePortOfTheirScheme() {
    JsonNode policy =
        Chart.rendered(
                "networkPolicy: {enabled: true}",
                "tracing: {endpoint: 'https://traces.example.org'}")
            .one("NetworkPolicy", "watchbill-rotation");

    assertThat(policy.at("/spec/egress").findValuesAsText("port")).contains("443");
    assertThat(
            Chart.rendered("networkPolicy: {enabled: true}")
                .one("NetworkPolicy", "watchbill-rotation")
                .at("/spec/egress")
                .findValuesAsText("port"))
        .doesNotContain("443", "4318");
  }

  @Test
  void theMonitorScrapesThePortsOfTheThreeServices() {
    Manifests installation = Chart.withEverything();

    JsonNode monitor = installation.one("ServiceMonitor", Chart.RELEASE);
    assertThat(monitor.at("/metadata/labels/release").asText()).isEqualTo("prometheus");
    JsonNode endpoint = monitor.at("/spec/endpoints/0");
    assertThat(endpoint.get("path").asText()).isEqualTo("/q/metrics");
    assertThat(endpoint.get("interval").asText()).isEqualTo("30s");
    Map<String, String> wanted = labels(monitor.at("/spec/selector/matchLabels"));
    assertThat(installation.all("Service"))
        .hasSize(3)
        .allSatisfy(
            service -> {
              assertThat(labels(service.at("/metadata/labels"))).containsAllEntriesOf(wanted);
              assertThat(service.at("/spec/ports/0/name")).isEqualTo(endpoint.get("port"));
            });
  }

  @Test
  void aMonitorOfThePodsGivesTheLabelThatTheRulesAskBy() {
    Manifests installation = Chart.rendered("podMonitor: {enabled: true, labels: {a: b}}");

    JsonNode monitor = installation.one("PodMonitor", Chart.RELEASE);
    assertThat(monitor.at("/metadata/labels/a").asText()).isEqualTo("b");
    JsonNode endpoint = monitor.at("/spec/podMetricsEndpoints/0");
    assertThat(endpoint.get("path").asText()).isEqualTo("/q/metrics");
    assertThat(endpoint.at("/relabelings/0/targetLabel").asText()).isEqualTo("service");
    for (String service : Chart.SERVICES) {
      assertThat(installation.container(service).at("/ports/0/name"))
          .isEqualTo(endpoint.get("port"));
      assertThat(endpoint.at("/relabelings/0/replacement").asText().replace("$1", service))
          .isEqualTo(
              installation
                  .one("Service", Chart.RELEASE + "-" + service)
                  .at("/metadata/name")
                  .asText());
      assertThat(monitor.at("/spec/selector/matchExpressions/0/values").toString())
          .contains(service)
          .doesNotContain("migration");
    }
  }

  @Test
  void twoMonitorsAtOnceAreRefused() {
    assertThat(Chart.refusal("serviceMonitor: {enabled: true}", "podMonitor: {enabled: true}"))
        .contains("serviceMonitor.enabled and podMonitor.enabled: choose one");
  }

  @Test
  void theRulesAreThoseOfTheFileTheirTemplatesUntouched() {
    JsonNode rule = Chart.withEverything().one("PrometheusRule", Chart.RELEASE);

    assertThat(rule.get("spec")).isEqualTo(Chart.yaml("files/alerts.yaml"));
    assertThat(rule.at("/metadata/labels/release").asText()).isEqualTo("prometheus");
  }

  @Test
  void everyRuleAsksForMetricsThatThereAre() {
    Set<String> documented = names(Chart.read(Chart.REPOSITORY.resolve("docs/metrics.md")));
    Set<String> asked = new TreeSet<>();
    for (JsonNode rule : Chart.yaml("files/alerts.yaml").at("/groups/0/rules")) {
      asked.addAll(names(rule.get("expr").asText()));
    }

    assertThat(asked).isNotEmpty();
    assertThat(asked.stream().map(name -> name.replaceAll("_bucket$", "")))
        .allMatch(documented::contains);
  }

  @Test
  void everyRuleSaysHowUrgentItIsAndWhatItMeans() {
    assertThat(Chart.yaml("files/alerts.yaml").at("/groups/0/rules"))
        .isNotEmpty()
        .allSatisfy(
            rule -> {
              assertThat(rule.at("/labels/severity").asText()).isIn("page", "ticket", "none");
              assertThat(rule.at("/annotations/summary").asText()).isNotBlank();
            });
  }

  @Test
  void oneRuleAlwaysFires() {
    assertThat(Chart.yaml("files/alerts.yaml").at("/groups/0/rules"))
        .filteredOn(rule -> rule.get("expr").asText().equals("vector(1)"))
        .extracting(rule -> rule.get("alert").asText())
        .containsExactly("WatchbillDeadMansSwitch");
  }

  @Test
  void theMonitorsAddressComesFromASecretAndOnlyToThePager() {
    Manifests installation = Chart.withEverything();

    JsonNode url =
        Manifests.env(installation.container("escalation")).get("WATCHBILL_HEARTBEAT_URL");
    assertThat(url.at("/valueFrom/secretKeyRef/name").asText()).isEqualTo("monitor");
    assertThat(url.at("/valueFrom/secretKeyRef/key").asText()).isEqualTo("url");
    assertThat(Manifests.env(installation.container("incident")))
        .doesNotContainKey("WATCHBILL_HEARTBEAT_URL");
  }

  private static Set<String> names(String text) {
    Matcher name = Pattern.compile("watchbill_[a-z_]+").matcher(text);
    return name.results().map(found -> found.group()).collect(Collectors.toSet());
  }

  private static Map<String, String> labels(JsonNode labels) {
    return labels.properties().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, label -> label.getValue().asText()));
  }
}
