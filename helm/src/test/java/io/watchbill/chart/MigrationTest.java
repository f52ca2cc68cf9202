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
  void oneContainerOfAnImageOfItsOwnMigratesAsTheOwner() {
    JsonNode pod = pod(Chart.rendered());

    JsonNode container = pod.at("/containers/0");
    Map<String, JsonNode> env = Manifests.env(container);
    assertThat(Manifests.containers(pod)).hasSize(1);
    assertThat(pod.get("restartPolicy").asText()).isEqualTo("Never");
    assertThat(container.get("image").asText())
        .isEqualTo("registry.example.org/watchbill/migrations:0.1.0");
    assertThat(env.get("WATCHBILL_DATABASE_USERNAME").get("value").asText())
        .isEqualTo(DatabaseRole.OWNER.sqlName());
    assertThat(env.get("WATCHBILL_DATABASE_PASSWORD").at("/valueFrom/secretKeyRef/key").asText())
        .isEqualTo("owner-password");
  }

  @Test
  void itsImageHasADigestOfItsOwn() {
    String digest = "sha256:" + "0123456789abcdef".repeat(4);

    JsonNode pod =
        pod(
            Chart.rendered(
                "migration: {image: {repository: sql, digest: '%s'}}".formatted(digest)));

    assertThat(pod.at("/containers/0/image").asText())
        .isEqualTo("registry.example.org/watchbill/sql@" + digest);
  }

  @Test
  void itReachesTheDatabaseAsTheServicesDo() {
    Manifests installation = Chart.withEverything();
    Map<String, JsonNode> service = Manifests.env(installation.container("rotation"));
    JsonNode pod = pod(installation);
    Map<String, JsonNode> migration = Manifests.env(pod.at("/containers/0"));

    assertThat(migration.get("WATCHBILL_DATABASE_URL"))
        .isEqualTo(service.get("WATCHBILL_DATABASE_URL"));
    assertThat(migration.get("WATCHBILL_DATABASE_ROOT_CERTIFICATE").get("value"))
        .isEqualTo(
            service.get("QUARKUS_DATASOURCE_REACTIVE_TRUST_CERTIFICATE_PEM_CERTS").get("value"));
    assertThat(Manifests.env(pod(Chart.rendered()).at("/containers/0")))
        .doesNotContainKey("WATCHBILL_DATABASE_ROOT_CERTIFICATE");
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
    assertThat(job.toString()).doesNotContain("watchbill-database");
    assertThat(job.at("/spec/template/spec").has("serviceAccountName")).isFalse();
  }

  @Test
  void itKnowsWhichInstallationItIsForAsSoonAsThereIsOne() {
    List<JsonNode> environment =
        pod(Chart.withEverything()).at("/containers/0/env").valueStream().toList();

    assertThat(environment)
        .filteredOn(variable -> variable.at("/name").asText().equals("WATCHBILL_PUBLIC_URL"))
        .singleElement()
        .satisfies(variable -> assertThat(variable.at("/value").asText()).startsWith("https://"));
    assertThat(environment)
        .filteredOn(variable -> variable.at("/name").asText().equals("WATCHBILL_LINK_SECRET"))
        .singleElement()
        .satisfies(
            variable -> {
              JsonNode secret = variable.at("/valueFrom/secretKeyRef");
              assertThat(secret.at("/key").asText()).isEqualTo("link-secret");
              assertThat(secret.at("/optional").asBoolean()).isTrue();
            });
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
