package io.watchbill.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchbill.database.DatabaseRole;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MigrationTest {
  private static final String JOB = Chart.RELEASE + "-migration";

  @Test
  void itRunsBeforeTheServicesAreInstalledOrUpgraded() {
    JsonNode job = Chart.rendered().one("Job", JOB);

    assertThat(job.at("/metadata/annotations").get(Chart.HOOK).asText())
        .isEqualTo("pre-install,pre-upgrade");
  }

  @Test
  void theServicesMigrateOneAfterTheOtherInTheOrderOfTheirRoles() {
    JsonNode pod = pod(Chart.rendered());

    List<String> inOrder =
        DatabaseRole.services().stream()
            .map(role -> role.schema().orElseThrow() + "-migration")
            .toList();
    assertThat(Manifests.containers(pod).map(c -> c.get("name").asText()))
        .containsExactlyElementsOf(inOrder);
    assertThat(pod.get("containers")).hasSize(1);
    assertThat(pod.get("restartPolicy").asText()).isEqualTo("Never");
  }

  @Test
  void eachIsTheServicesOwnImageThatMigratesAsTheOwnerAndExits() {
    Manifests installation = Chart.rendered();

    for (JsonNode container : Manifests.containers(pod(installation)).toList()) {
      Map<String, JsonNode> env = Manifests.env(container);
      String service = container.get("name").asText().replace("-migration", "");
      assertThat(container.get("image")).isEqualTo(installation.container(service).get("image"));
      assertThat(env.get("WATCHBILL_MIGRATE_ONLY").get("value").asText()).isEqualTo("true");
      assertThat(env.get("QUARKUS_DATASOURCE_USERNAME").get("value").asText())
          .isEqualTo(DatabaseRole.OWNER.sqlName());
      assertThat(env.get("QUARKUS_DATASOURCE_PASSWORD").at("/valueFrom/secretKeyRef/key").asText())
          .isEqualTo("owner-password");
    }
  }

  @Test
  void noServiceCanReadTheOwnersPassword() {
    Manifests installation = Chart.rendered();

    for (String service : Chart.SERVICES) {
      assertThat(installation.container(service).toString()).doesNotContain("owner-password");
    }
  }

  @Test
  void whatItNeedsIsThereBeforeIt() {
    Manifests installation = Chart.withEverything();
    JsonNode job = installation.one("Job", JOB);

    for (String kind : List.of("Secret", "NetworkPolicy")) {
      JsonNode needed = installation.one(kind, JOB);
      assertThat(needed.at("/metadata/annotations").get(Chart.HOOK))
          .isEqualTo(job.at("/metadata/annotations").get(Chart.HOOK));
      assertThat(weight(needed)).isLessThan(weight(job));
    }
    assertThat(job.toString()).doesNotContain("watchbill-database").doesNotContain("-access");
    assertThat(job.at("/spec/template/spec").has("serviceAccountName")).isFalse();
  }

  @Test
  void itCanBeLeftToOthers() {
    Manifests installation = Chart.withEverything("migration: {enabled: false}");

    assertThat(installation.all("Job")).isEmpty();
    assertThat(installation.objects().toString()).doesNotContain("migration");
  }

  private static JsonNode pod(Manifests installation) {
    return installation.one("Job", JOB).at("/spec/template/spec");
  }

  private static int weight(JsonNode hook) {
    return hook.at("/metadata/annotations").get(Chart.HOOK + "-weight").asInt();
  }
}
