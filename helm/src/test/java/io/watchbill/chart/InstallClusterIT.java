package io.watchbill.chart;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stands in a cluster after {@code helm install}, where pods must be restricted. */
class InstallClusterIT {
  private LiveRelease release;

  @BeforeEach
  void install() {
    release = LiveRelease.installed();
  }

  @AfterEach
  void remove() {
    if (release != null) {
      release.close();
    }
  }

  @Test
  void allIsThereAndEveryPodIsReady() {
    Manifests made = Manifests.of(release.helm("get", "manifest", Chart.RELEASE).output());
    Manifests there = release.objects();

    assertThat(made.objects()).isNotEmpty();
    for (JsonNode object : made.objects()) {
      there.one(object.get("kind").asText(), object.at("/metadata/name").asText());
    }
    for (String service : Chart.SERVICES) {
      assertThat(release.readyPods().get(service)).as(service).hasSize(2);
      await()
          .atMost(10, SECONDS)
          .untilAsserted(() -> assertThat(release.endpoints(service)).isEqualTo(2));
    }
  }

  @Test
  void theTwoPodsOfAServiceAreOnTwoNodes() {
    assertThat(release.readyPods().values())
        .allSatisfy(pods -> assertThat(pods.values()).doesNotHaveDuplicates());
  }

  @Test
  void theAccountOfThePodsMayDoNothing() {
    JsonNode pod =
        release.objects().one("Deployment", "watchbill-incident").at("/spec/template/spec");
    String namespace = release.namespace().name();
    String account =
        "system:serviceaccount:" + namespace + ":" + pod.get("serviceAccountName").asText();

    JsonNode rights = rights(namespace, "--as=" + account).get("status");

    assertThat(rights.get("resourceRules"))
        .isNotEmpty()
        .allMatch(rule -> rule.get("apiGroups").toString().matches("\\[\"auth[a-z]+.k8s.io\"]"));
    assertThat(rights.get("nonResourceRules"))
        .allMatch(rule -> rule.get("verbs").toString().equals("[\"get\"]"));
    assertThat(rights(namespace, "--as=").at("/status/resourceRules").toString()).contains("\"*\"");
  }

  @Test
  void theKeysOutliveTheReleaseAndTheNextOneTakesThemUp() {
    Map<String, JsonNode> before = release.secrets();

    release.helm("uninstall", Chart.RELEASE, "--wait").output();
    Map<String, JsonNode> left = release.secrets();
    release.install();

    assertThat(left).containsOnlyKeys("watchbill-access");
    assertThat(release.secrets()).isEqualTo(before);
  }

  /** What somebody may do in the namespace, by the API server's own account. */
  private static JsonNode rights(String namespace, String as) {
    String review =
        """
        apiVersion: authorization.k8s.io/v1
        kind: SelfSubjectRulesReview
        spec: {namespace: %s}
        """
            .formatted(namespace);
    return Chart.parse(
        LiveCluster.kubectl(review, "create", "--validate=false", "-o", "json", "-f", "-", as)
            .output());
  }
}
