package io.watchbill.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** Images, resources and probes follow what the images hold: a JVM or an executable. */
class RuntimeTest {
  private static final String NATIVE = "runtime: native";

  @Test
  void nativeImagesHaveATagOfTheirOwnUnlessOneIsGiven() {
    assertThat(image(Chart.rendered(NATIVE))).endsWith("/incident-service:0.1.0-native");
    assertThat(image(Chart.rendered(NATIVE, "image: {tag: 1.2.3}")))
        .endsWith("/incident-service:1.2.3");
    assertThat(image(Chart.rendered())).endsWith("/incident-service:0.1.0");
  }

  @Test
  void nativeContainersAskForLessMemory() {
    for (JsonNode container : Chart.rendered(NATIVE).containers()) {
      assertThat(container.at("/resources/requests/memory").asText()).isEqualTo("192Mi");
      assertThat(container.at("/resources/limits/memory").asText()).isEqualTo("384Mi");
    }
    for (JsonNode container : Chart.rendered().containers()) {
      assertThat(container.at("/resources/requests/memory").asText()).isEqualTo("384Mi");
      assertThat(container.at("/resources/limits/memory").asText()).isEqualTo("768Mi");
    }
  }

  @Test
  void noServiceIsThrottled() {
    for (JsonNode container : Chart.rendered().containers()) {
      assertThat(container.at("/resources/requests").has("cpu")).isTrue();
      assertThat(container.at("/resources/limits").has("cpu")).isFalse();
    }
  }

  @Test
  void resourcesThatAreGivenWin() {
    Manifests installation =
        Chart.rendered(
            NATIVE,
            "incident: {resources: {requests: {memory: 1Gi}}}",
            "migration: {resources: {requests: {cpu: 2}}}");

    assertThat(installation.container("incident").get("resources").toString())
        .isEqualTo("{\"requests\":{\"memory\":\"1Gi\"}}");
    assertThat(
            Manifests.containers(
                installation.one("Job", "watchbill-migration").at("/spec/template/spec")))
        .allMatch(c -> c.get("resources").toString().equals("{\"requests\":{\"cpu\":2}}"));
    assertThat(installation.container("rotation").at("/resources/requests/memory").asText())
        .isEqualTo("192Mi");
  }

  @Test
  void anExecutableIsAskedSoonerWhetherItHasStarted() {
    JsonNode executable = Chart.rendered(NATIVE).container("escalation").get("startupProbe");
    JsonNode jvm = Chart.rendered().container("escalation").get("startupProbe");

    assertThat(executable.get("httpGet")).isEqualTo(jvm.get("httpGet"));
    assertThat(executable.get("periodSeconds").asInt()).isEqualTo(1);
    assertThat(patience(executable)).isEqualTo(30);
    assertThat(patience(jvm)).isEqualTo(120);
  }

  private static int patience(JsonNode probe) {
    return probe.get("periodSeconds").asInt() * probe.get("failureThreshold").asInt();
  }

  private static String image(Manifests installation) {
    return installation.container("incident").get("image").asText();
  }
}
