package io.watchbill.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the restricted Pod Security Standard asks for, and a little more. */
class PodSecurityTest {
  private final Manifests installation = Chart.withEverything();

  @Test
  void noContainerRunsAsRootOrCanBecomeIt() {
    assertThat(installation.containers()).hasSize(4);
    for (JsonNode container : installation.containers()) {
      JsonNode context = container.get("securityContext");
      assertThat(context.get("runAsNonRoot").asBoolean()).isTrue();
      assertThat(context.get("allowPrivilegeEscalation").asBoolean()).isFalse();
      assertThat(context.has("privileged")).isFalse();
    }
    for (JsonNode pod : installation.pods()) {
      assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
      assertThat(pod.at("/securityContext/runAsUser").asInt()).isPositive();
    }
  }

  @Test
  void noContainerHasCapabilitiesOrSystemCallsBeyondTheUsual() {
    for (JsonNode container : installation.containers()) {
      JsonNode context = container.get("securityContext");
      assertThat(context.at("/capabilities/drop").toString()).isEqualTo("[\"ALL\"]");
      assertThat(context.at("/capabilities").has("add")).isFalse();
      assertThat(context.at("/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
    }
  }

  @Test
  void noContainerWritesAnywhereButInAnEmptyTmp() {
    for (JsonNode pod : installation.pods()) {
      List<JsonNode> containers = Manifests.containers(pod).toList();
      for (JsonNode container : containers) {
        assertThat(container.at("/securityContext/readOnlyRootFilesystem").asBoolean()).isTrue();
        for (JsonNode mount : container.get("volumeMounts")) {
          boolean tmp = mount.get("mountPath").asText().equals("/tmp");
          assertThat(tmp || mount.path("readOnly").asBoolean()).isTrue();
        }
      }
      for (JsonNode volume : pod.get("volumes")) {
        assertThat(volume.has("emptyDir") || volume.has("secret")).isTrue();
      }
    }
  }

  @Test
  void noPodHoldsATokenOfTheCluster() {
    for (JsonNode pod : installation.pods()) {
      assertThat(pod.get("automountServiceAccountToken").asBoolean(true)).isFalse();
    }
    assertThat(installation.all("ServiceAccount"))
        .singleElement()
        .matches(account -> !account.get("automountServiceAccountToken").asBoolean(true));
  }

  @Test
  void noPodSharesAnythingWithItsNode() {
    for (JsonNode pod : installation.pods()) {
      assertThat(pod.has("hostNetwork") || pod.has("hostPID") || pod.has("hostIPC")).isFalse();
    }
  }

  @Test
  void theAddressesOfOtherServicesDoNotComeInAsSettings() {
    for (JsonNode pod : installation.pods()) {
      assertThat(pod.get("enableServiceLinks").asBoolean(true)).isFalse();
    }
  }

  @Test
  void everyContainerHasItsShareOfTheNode() {
    for (JsonNode container : installation.containers()) {
      assertThat(container.at("/resources/requests").has("cpu")).isTrue();
      assertThat(container.at("/resources/requests").has("memory")).isTrue();
      assertThat(container.at("/resources/limits").has("memory")).isTrue();
    }
  }

  @Test
  void anExistingAccountIsUsed() {
    Manifests withExisting = Chart.rendered("serviceAccount: {create: false, name: pagers}");

    assertThat(withExisting.all("ServiceAccount")).isEmpty();
    assertThat(
            withExisting
                .one("Deployment", "watchbill-incident")
                .at("/spec/template/spec/serviceAccountName")
                .asText())
        .isEqualTo("pagers");
  }

  @Test
  void aNetworkPolicyLetsThePagerOutAndTheOthersOnlyToWhatTheyNeed() {
    JsonNode incident = installation.one("NetworkPolicy", "watchbill-incident");
    JsonNode escalation = installation.one("NetworkPolicy", "watchbill-escalation");

    assertThat(escalation.at("/spec/egress").toString()).isEqualTo("[{}]");
    assertThat(incident.at("/spec/egress").findValuesAsText("port"))
        .containsExactlyInAnyOrder("53", "53", "5432", "8080", "8081", "8082", "4318");
    assertThat(incident.at("/spec/egress").toString()).contains("10.0.0.0/8", "observability");
    assertThat(incident.at("/spec/ingress/0/from")).hasSize(2);
    assertThat(incident.at("/spec/ingress").toString()).contains("ingress-nginx");
  }
}
