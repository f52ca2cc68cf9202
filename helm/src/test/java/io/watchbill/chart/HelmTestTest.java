package io.watchbill.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@code helm test} runs: the script itself, against services that are played here. */
class HelmTestTest {
  private static final String NAME = Chart.RELEASE + "-test";
  private PlayedServices services;

  @BeforeEach
  void start() throws IOException {
    services = new PlayedServices();
  }

  @AfterEach
  void stop() {
    services.close();
  }

  @Test
  void anAlertThatBecomesAPagePasses() throws Exception {
    services.pageAfterAsking(2);

    HelmTestRun run = HelmTestRun.of(services.environment(10));

    assertThat(run.status()).as(run.log()).isZero();
    assertThat(run.log()).contains("waiting for the page of INC-1").contains("paged: it works");
    assertThat(services.asked("POST /v1/ingest/alertmanager"))
        .allMatch(request -> request.contains("Bearer the-key-of-the-integration"));
    assertThat(services.asked("GET /v1/deliveries"))
        .hasSize(3)
        .allMatch(request -> request.contains("?incident=0198-the-incident"));
  }

  @Test
  void aPageThatDoesNotComeFails() throws Exception {
    HelmTestRun run = HelmTestRun.of(services.environment(1));

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.log()).contains("no page in 1 seconds").contains("GET /v1/escalations");
  }

  @Test
  void aServiceThatRefusesFailsWithItsAnswer() throws Exception {
    services.refuse("POST /v1/integrations");

    HelmTestRun run = HelmTestRun.of(services.environment(1));

    assertThat(run.status()).isNotZero();
    assertThat(run.log()).contains("refused here");
  }

  @Test
  void nothingIsLeftBehind() throws Exception {
    services.pageAfterAsking(0);

    HelmTestRun.of(services.environment(10));

    assertThat(services.left()).isEmpty();
    List<String> alerts = services.asked("POST /v1/ingest/alertmanager");
    assertThat(alerts).hasSize(2);
    assertThat(alerts.getFirst()).contains("\"status\": \"firing\"");
    assertThat(alerts.getLast()).contains("\"status\": \"resolved\"");
  }

  @Test
  void everyOperationOfTheScriptIsThere() throws Exception {
    services.pageAfterAsking(0);
    HelmTestRun.of(services.environment(10));
    List<String> operations = PlayedServices.operations();

    assertThat(services.templates()).hasSizeGreaterThan(8).allMatch(operations::contains);
  }

  @Test
  void thePodFindsTheServicesAndTheKeyAndRunsTheScript() {
    Manifests installation = Chart.rendered();
    JsonNode container = pod(installation).at("/spec/containers/0");
    Map<String, JsonNode> env = Manifests.env(container);

    for (String service : Chart.SERVICES) {
      assertThat(env.get(service.toUpperCase(java.util.Locale.ROOT)).get("value").asText())
          .isEqualTo("http://watchbill-" + service);
    }
    assertThat(env.get("ADMIN_KEY").at("/valueFrom/secretKeyRef/name").asText())
        .isEqualTo("watchbill-access");
    assertThat(env.get("PATIENCE").get("value").asText()).isEqualTo("60");
    assertThat(installation.one("ConfigMap", NAME).at("/data").get("test.sh").asText())
        .isEqualTo(Chart.file("files/test.sh"));
    assertThat(container.get("command").toString()).isEqualTo("[\"sh\",\"/test/test.sh\"]");
  }

  @Test
  void itIsMadeByTheTestOnlyAndNoServiceSendsItRequests() {
    Manifests installation = Chart.rendered();

    for (String kind : List.of("ConfigMap", "Pod")) {
      assertThat(installation.one(kind, NAME).at("/metadata/annotations").get(Chart.HOOK).asText())
          .isEqualTo("test");
    }
    assertThat(pod(installation).at("/metadata/labels").get("app.kubernetes.io/component").asText())
        .isEqualTo("test");
    assertThat(Chart.rendered("helmTest: {enabled: false}").all("Pod")).isEmpty();
  }

  @Test
  void itIsAsRestrictedAsTheServices() {
    Manifests installation = Chart.rendered();
    JsonNode spec = pod(installation).get("spec");

    assertThat(spec.get("securityContext"))
        .isEqualTo(installation.pods().getFirst().get("securityContext"));
    assertThat(spec.at("/containers/0/securityContext"))
        .isEqualTo(installation.container("incident").get("securityContext"));
    assertThat(spec.get("automountServiceAccountToken").asBoolean(true)).isFalse();
    assertThat(spec.at("/containers/0/volumeMounts/0/readOnly").asBoolean()).isTrue();
  }

  private static JsonNode pod(Manifests installation) {
    return installation.one("Pod", NAME);
  }
}
