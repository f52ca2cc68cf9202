package io.watchbill.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.watchbill.kit.access.ApiKey;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SecretsTest {
  private static final List<String> KEYS =
      List.of("admin-key", "incident-key", "rotation-key", "escalation-key");
  private static final String NAME = Chart.RELEASE + "-access";

  @AfterEach
  void forget() {
    Cluster.get().clear();
  }

  @Test
  void aFirstInstallationGetsKeysThatTheServicesCanRead() {
    Map<String, String> secret = access(fresh());

    assertThat(secret)
        .containsOnlyKeys(
            "admin-key", "incident-key", "rotation-key", "escalation-key", "link-secret");
    for (String key : KEYS) {
      assertThat(secret.get(key)).startsWith("wb_").matches(k -> ApiKey.parse(k).isPresent());
    }
    assertThat(secret.values()).doesNotHaveDuplicates();
    assertThat(secret.get("link-secret")).hasSizeGreaterThanOrEqualTo(32);
  }

  @Test
  void twoInstallationsShareNoKey() {
    assertThat(access(fresh()).values()).doesNotContainAnyElementsOf(access(fresh()).values());
  }

  @Test
  void anUpgradeKeepsTheKeys() {
    Map<String, String> before = access(fresh());
    Cluster.get().put(Chart.NAMESPACE, NAME, before);

    assertThat(access(fresh())).isEqualTo(before);
  }

  @Test
  void anUpgradeAddsOnlyTheKeyThatIsMissing() {
    Map<String, String> before = access(fresh());
    String adminKey = before.remove("admin-key");
    Cluster.get().put(Chart.NAMESPACE, NAME, before);

    Map<String, String> after = access(fresh());

    assertThat(after).containsAllEntriesOf(before).containsKey("admin-key");
    assertThat(after.get("admin-key")).isNotEqualTo(adminKey);
  }

  @Test
  void aNewKeyRestartsThePodsAndAnUpgradeWithoutOneDoesNot() {
    Manifests first = fresh();
    Cluster.get().put(Chart.NAMESPACE, NAME, access(first));
    Manifests upgraded = fresh();
    Cluster.get().clear();
    Manifests renewed = fresh();

    assertThat(checksum(upgraded)).isEqualTo(checksum(first));
    assertThat(checksum(renewed)).isNotEqualTo(checksum(first));
  }

  @Test
  void theKeysOutliveTheRelease() {
    JsonNode secret = Chart.rendered().one("Secret", NAME);

    assertThat(secret.at("/metadata/annotations").get("helm.sh/resource-policy").asText())
        .isEqualTo("keep");
  }

  @Test
  void existingSecretsAreUsedAndNoneIsMade() {
    Manifests installation = Chart.rendered("access: {existingSecret: keys}");

    assertThat(installation.all("Secret")).isEmpty();
    assertThat(secretOf(installation, "incident", "WATCHBILL_SERVICE_KEY")).isEqualTo("keys");
    assertThat(secretOf(installation, "incident", "QUARKUS_DATASOURCE_PASSWORD"))
        .isEqualTo("watchbill-database");
  }

  @Test
  void eachServiceHoldsItsOwnKeyAndOnlyTheRotationServiceAll() {
    Manifests installation = Chart.rendered();

    assertThat(keysOf(installation, "incident"))
        .containsExactlyInAnyOrder("incident-password", "incident-key");
    assertThat(keysOf(installation, "escalation"))
        .containsExactlyInAnyOrder("escalation-password", "escalation-key", "link-secret");
    assertThat(keysOf(installation, "rotation"))
        .contains("rotation-password")
        .containsAll(KEYS)
        .doesNotContain("link-secret");
  }

  @Test
  void passwordsThatAreGivenEndInASecretAndNowhereElse() {
    Manifests installation = Chart.withEverything();

    Map<String, String> secret = decoded(installation.one("Secret", "watchbill-database"));
    assertThat(secret).containsEntry("incident-password", "incident-password");
    for (JsonNode object : installation.objects()) {
      if (!object.get("kind").asText().equals("Secret")) {
        assertThat(object.toString()).doesNotContain("\"value\":\"owner-password\"");
      }
    }
  }

  @Test
  void noEnvironmentVariableHoldsASecretInPlainText() {
    for (JsonNode container : Chart.withEverything().containers()) {
      Manifests.env(container)
          .forEach(
              (name, entry) -> {
                if (name.matches(".*(PASSWORD|SECRET|KEY|TOKEN|KEYS_.*)")) {
                  assertThat(entry.has("value")).as(name).isFalse();
                }
              });
    }
  }

  @Test
  void aPasswordThatIsMissingIsAskedFor() {
    assertThat(Chart.refusal("postgres: {existingSecret: '', passwords: {owner: x}}"))
        .contains("postgres.existingSecret or postgres.passwords.");
  }

  private static Manifests fresh() {
    return Chart.render(Chart.parse(Chart.file("ci/minimal-values.yaml")));
  }

  private static Map<String, String> access(Manifests installation) {
    return decoded(installation.one("Secret", NAME));
  }

  private static Map<String, String> decoded(JsonNode secret) {
    Map<String, String> data = new LinkedHashMap<>();
    ((ObjectNode) secret.get("data"))
        .properties()
        .forEach(
            e ->
                data.put(
                    e.getKey(), new String(Base64.getDecoder().decode(e.getValue().asText()))));
    return data;
  }

  private static String checksum(Manifests installation) {
    return installation
        .one("Deployment", "watchbill-rotation")
        .at("/spec/template/metadata/annotations")
        .get("checksum/access")
        .asText();
  }

  private static String secretOf(Manifests installation, String service, String variable) {
    return Manifests.env(installation.container(service))
        .get(variable)
        .at("/valueFrom/secretKeyRef/name")
        .asText();
  }

  private static List<String> keysOf(Manifests installation, String service) {
    return Manifests.env(installation.container(service)).values().stream()
        .map(entry -> entry.at("/valueFrom/secretKeyRef/key").asText())
        .filter(key -> !key.isEmpty())
        .toList();
  }
}
