package io.watchbill.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@code helm upgrade} does to an installation on a real API server. */
class UpgradeClusterIT {
  private LiveRelease release;
  private Map<String, Map<String, String>> pods;
  private Map<String, JsonNode> secrets;

  @BeforeEach
  void install() {
    release = LiveRelease.installed();
    pods = release.readyPods();
    secrets = release.secrets();
  }

  @AfterEach
  void remove() {
    if (release != null) {
      release.close();
    }
  }

  @Test
  void otherValuesReplaceAllPodsAndKeepTheKeys() {
    release.upgrade(
        "image: {tag: next}", "rotation: {replicas: 3}", "networkPolicy: {enabled: true}");

    assertThat(release.readyPods().get("rotation")).hasSize(3);
    release
        .readyPods()
        .forEach(
            (service, now) ->
                assertThat(now.keySet()).doesNotContainAnyElementsOf(pods.get(service).keySet()));
    Manifests objects = release.objects();
    assertThat(objects.container("incident").get("image").asText()).endsWith("-service:next");
    assertThat(objects.all("NetworkPolicy")).hasSize(3);
    assertThat(history()).containsExactly("superseded", "deployed");
    assertThat(release.secrets()).isNotEmpty().isEqualTo(secrets);
  }

  @Test
  void theSameValuesKeepThePodsAndTheKeys() {
    release.upgrade();

    assertThat(release.readyPods()).hasSize(3).isEqualTo(pods);
    assertThat(release.secrets()).isNotEmpty().isEqualTo(secrets);
  }

  @Test
  void podsThatFindNoNodeAreTakenBackAndTheOldOnesServeOn() {
    Command upgrade =
        release.tryToUpgrade("incident: {resources: {requests: {cpu: 1000, memory: 1Gi}}}");

    assertThat(upgrade.succeeded()).as(upgrade.out()).isFalse();
    assertThat(history()).containsExactly("superseded", "failed", "deployed");
    assertThat(release.readyPods()).hasSize(3).isEqualTo(pods);
    assertThat(release.objects().container("incident").at("/resources/requests/cpu").asText())
        .isEqualTo("250m");
  }

  private List<String> history() {
    JsonNode history = Chart.parse(release.helm("history", Chart.RELEASE, "-o", "json").output());
    return StreamSupport.stream(history.spliterator(), false)
        .map(revision -> revision.get("status").asText())
        .toList();
  }
}
