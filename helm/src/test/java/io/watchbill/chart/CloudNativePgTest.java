package io.watchbill.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A Postgres that the chart asks the CloudNativePG operator for. */
class CloudNativePgTest {
  private static final String VALUES = Chart.file("ci/cloudnative-pg-values.yaml");
  private static final String CLUSTER = "watchbill-postgres";
  private static final List<String> ROLES = List.of("owner", "incident", "rotation", "escalation");

  @AfterEach
  void forget() {
    Cluster.get().clear();
  }

  @Test
  void thereIsNoneUnlessItIsWanted() {
    assertThat(Chart.withEverything().all("Cluster")).isEmpty();
  }

  @Test
  void theClusterIsPreparedLikeADatabaseOfADba() {
    JsonNode cluster = cluster();
    Manifests installation = installation();

    JsonNode initdb = cluster.at("/spec/bootstrap/initdb");
    assertThat(initdb.get("database").asText()).isEqualTo("watchbill");
    assertThat(initdb.get("owner").asText()).isEqualTo("watchbill_owner");
    JsonNode sql = initdb.at("/postInitApplicationSQLRefs/configMapRefs/0");
    assertThat(installation.one("ConfigMap", sql.get("name").asText()).at("/data").get("roles.sql"))
        .hasToString(Chart.YAML.valueToTree(Chart.file("files/roles.sql")).toString());
    assertThat(cluster.at("/spec/managed/roles").findValuesAsText("name"))
        .filteredOn(name -> name.startsWith("watchbill_"))
        .containsExactly("watchbill_incident", "watchbill_rotation", "watchbill_escalation");
  }

  @Test
  void aCommitIsOnTwoServersWhereThereAreTwo() {
    assertThat(cluster().at("/spec/postgresql/synchronous/number").asInt()).isEqualTo(1);
    assertThat(cluster().at("/spec/instances").asInt()).isEqualTo(3);
    assertThat(
            Chart.onlyWith(VALUES, "postgres: {cloudNativePg: {instances: 1}}")
                .one("Cluster", CLUSTER)
                .at("/spec/postgresql")
                .has("synchronous"))
        .isFalse();
  }

  @Test
  void itAllowsTheConnectionsThatTheBudgetCountsOn() {
    assertThat(cluster().at("/spec/postgresql/parameters/max_connections").asText())
        .isEqualTo("100");
  }

  @Test
  void everybodyReachesThePrimaryOverTlsThatIsChecked() {
    Manifests installation = installation();

    for (JsonNode container : installation.containers()) {
      assertThat(Manifests.env(container).get("WATCHBILL_DATABASE_URL").get("value").asText())
          .isEqualTo("postgresql://watchbill-postgres-rw:5432/watchbill?sslmode=verify-full");
    }
    for (String service : Chart.SERVICES) {
      assertThat(Manifests.env(installation.container(service)))
          .containsKey("QUARKUS_DATASOURCE_REACTIVE_HOSTNAME_VERIFICATION_ALGORITHM");
    }
    assertThat(Manifests.env(migration(installation)))
        .containsKey("WATCHBILL_DATABASE_ROOT_CERTIFICATE");
    for (JsonNode pod : installation.pods()) {
      assertThat(pod.get("volumes").findValuesAsText("secretName"))
          .containsExactly("watchbill-postgres-ca");
    }
  }

  @Test
  void everyRoleHasASecretThatTheOperatorAndItsServiceRead() {
    Manifests installation = installation();

    for (String role : ROLES) {
      JsonNode secret = installation.one("Secret", CLUSTER + "-" + role);
      assertThat(secret.get("type").asText()).isEqualTo("kubernetes.io/basic-auth");
      assertThat(decoded(secret, "username")).isEqualTo("watchbill_" + role);
      assertThat(decoded(secret, "password")).matches("[A-Za-z0-9]{32}");
    }
    for (String service : Chart.SERVICES) {
      assertThat(password(installation.container(service), "QUARKUS_DATASOURCE_PASSWORD"))
          .isEqualTo(CLUSTER + "-" + service + "/password");
    }
    assertThat(password(migration(installation), "WATCHBILL_DATABASE_PASSWORD"))
        .isEqualTo(CLUSTER + "-owner/password");
    assertThat(cluster().at("/spec").findValuesAsText("name"))
        .contains(CLUSTER + "-owner", CLUSTER + "-incident");
  }

  @Test
  void anUpgradeKeepsThePasswords() {
    JsonNode first = fresh().one("Secret", CLUSTER + "-incident");
    String password = decoded(first, "password");
    Cluster.get().put(Chart.NAMESPACE, CLUSTER + "-incident", Map.of("password", password));

    Manifests upgraded = fresh();

    assertThat(decoded(upgraded.one("Secret", CLUSTER + "-incident"), "password"))
        .isEqualTo(password);
    assertThat(decoded(upgraded.one("Secret", CLUSTER + "-owner"), "password"))
        .isNotEqualTo(password);
  }

  @Test
  void whatItHoldsOutlivesTheRelease() {
    Manifests installation = installation();

    assertThat(installation.all("Cluster")).allMatch(CloudNativePgTest::isKept);
    assertThat(installation.all("Secret")).hasSize(5).allMatch(CloudNativePgTest::isKept);
  }

  @Test
  void theMigrationIsNoHookBecauseTheClusterIsNone() {
    Manifests installation = installation();
    JsonNode job = installation.all("Job").getFirst();

    assertThat(installation.objects().toString()).doesNotContain(Chart.HOOK);
    assertThat(Manifests.env(migration(installation))).containsKey("WATCHBILL_DATABASE_PATIENCE");
    assertThat(name(job)).matches("watchbill-migration-[0-9a-f]{8}");
  }

  @Test
  void aJobThatWouldChangeIsAnother() {
    String same = name(Chart.onlyWith(VALUES, "incident: {replicas: 1}").all("Job").getFirst());
    String next = name(Chart.onlyWith(VALUES, "image: {tag: 2.0.0}").all("Job").getFirst());

    assertThat(same).isEqualTo(name(installation().all("Job").getFirst()));
    assertThat(next).isNotEqualTo(same);
  }

  @Test
  void secretsOfOthersAreUsedAndNoneIsMade() {
    Manifests installation =
        Chart.onlyWith(
            VALUES,
            "postgres: {cloudNativePg: {secretPrefix: pg}}",
            "access: {existingSecret: keys}");

    assertThat(installation.all("Secret")).isEmpty();
    assertThat(password(installation.container("rotation"), "QUARKUS_DATASOURCE_PASSWORD"))
        .isEqualTo("pg-rotation/password");
    assertThat(installation.one("Cluster", CLUSTER).at("/spec/bootstrap/initdb/secret/name"))
        .hasToString("\"pg-owner\"");
  }

  @Test
  void aPostgresThatIsThereAlreadyCannotBeNamedBesideIt() {
    assertThat(Chart.refusal("postgres: {cloudNativePg: {enabled: true}}"))
        .contains("leave it empty with postgres.cloudNativePg.enabled");
  }

  private static Manifests installation() {
    return Chart.onlyWith(VALUES);
  }

  private static Manifests fresh() {
    return Chart.render(Chart.parse(VALUES));
  }

  private static JsonNode cluster() {
    return installation().one("Cluster", CLUSTER);
  }

  private static JsonNode migration(Manifests installation) {
    return installation.all("Job").getFirst().at("/spec/template/spec/containers/0");
  }

  private static String name(JsonNode object) {
    return object.at("/metadata/name").asText();
  }

  private static boolean isKept(JsonNode object) {
    JsonNode annotations = object.at("/metadata/annotations");
    return annotations.path("helm.sh/resource-policy").asText().equals("keep");
  }

  private static String password(JsonNode container, String variable) {
    JsonNode from = Manifests.env(container).get(variable).at("/valueFrom/secretKeyRef");
    return from.get("name").asText() + "/" + from.get("key").asText();
  }

  private static String decoded(JsonNode secret, String key) {
    byte[] data = Base64.getDecoder().decode(secret.get("data").get(key).asText());
    return new String(data, StandardCharsets.UTF_8);
  }
}
