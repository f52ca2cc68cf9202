package io.watchbill.chart;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchbill.testkit.FreePort;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a cluster would do with the chart, done by hand on a real Postgres. */
class InstallationIT {
  private final Probe probe = new Probe();

  @Test
  void fromAnEmptyDatabaseToThreeServicesThatTakeTheFirstKey() throws Exception {
    try (ChartDatabase database = ChartDatabase.prepared()) {
      Manifests installation = Chart.rendered(database.values(), "logs: {json: false}");

      Map<String, Integer> ports = new LinkedHashMap<>();
      for (String service : Chart.SERVICES) {
        ports.put(service, FreePort.find());
      }
      Map<String, Pod> pods = new LinkedHashMap<>();
      try {
        for (String service : Chart.SERVICES) {
          pods.put(
              service,
              Pod.start(installation, installation.container(service), here(service, ports)));
        }
        awaitThatNoneIsReady(ports, pods);
        migrate(installation);
        for (String service : Chart.SERVICES) {
          pods.get(service).awaitProbes(address(ports.get(service)));
        }
        String key = adminKey(installation);
        assertThat(status(ports.get("rotation"), "/v1/people", key)).isEqualTo(200);
        assertThat(status(ports.get("incident"), "/v1/incidents", key)).isEqualTo(200);
        assertThat(status(ports.get("escalation"), "/v1/policies", key)).isEqualTo(200);
        assertThat(status(ports.get("incident"), "/v1/incidents", "nobody's")).isEqualTo(401);
        assertThatAnAlertBecomesAPage(ports, key);
        assertConnectionsWithin(database, installation);
        for (Pod pod : pods.values()) {
          assertThat(pod.end()).isIn(0, 143);
        }
      } finally {
        pods.values().forEach(Pod::close);
      }
    }
  }

  private static void migrate(Manifests installation) throws InterruptedException {
    JsonNode job = installation.one("Job", Chart.RELEASE + "-migration");
    JsonNode container = job.at("/spec/template/spec/containers/0");
    try (Pod pod = Pod.start(installation, container, Map.of())) {
      assertThat(pod.exitStatus()).as(pod::log).isZero();
    }
  }

  /** Ports and names of this machine in the place of those of a cluster. */
  private static Map<String, String> here(String service, Map<String, Integer> ports) {
    Map<String, String> here = new LinkedHashMap<>();
    here.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    here.put("QUARKUS_HTTP_PORT", ports.get(service).toString());
    ports.forEach(
        (peer, port) ->
            here.put("WATCHBILL_PEERS_" + peer.toUpperCase(Locale.ROOT) + "_URL", address(port)));
    return here;
  }

  /** Services that start before the migration wait for it. */
  private void awaitThatNoneIsReady(Map<String, Integer> ports, Map<String, Pod> pods) {
    pods.forEach(
        (service, pod) ->
            await()
                .atMost(90, SECONDS)
                .failFast("it has ended", () -> assertThat(pod.isRunning()).as(pod::log).isTrue())
                .untilAsserted(
                    () ->
                        assertThat(status(ports.get(service), "/q/health/ready", ""))
                            .isEqualTo(503)));
  }

  private int status(int port, String path, String key) {
    return probe.get(address(port) + path, key);
  }

  private static String address(int port) {
    return "http://127.0.0.1:" + port;
  }

  /** By the chart's own test, as {@code helm test} runs it. */
  private static void assertThatAnAlertBecomesAPage(Map<String, Integer> ports, String key)
      throws IOException, InterruptedException {
    Map<String, String> environment = new LinkedHashMap<>();
    ports.forEach(
        (service, port) -> environment.put(service.toUpperCase(Locale.ROOT), address(port)));
    environment.put("ADMIN_KEY", key);
    environment.put("PATIENCE", "60");

    HelmTestRun run = HelmTestRun.of(environment);

    assertThat(run.status()).as(run.log()).isZero();
    assertThat(run.log()).contains("paged: it works").doesNotContain("is answered:");
  }

  private static void assertConnectionsWithin(ChartDatabase database, Manifests installation)
      throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                """
                SELECT usename, count(*) FROM pg_stat_activity
                 WHERE usename LIKE 'watchbill%' GROUP BY usename
                """)) {
      int roles = 0;
      while (rows.next()) {
        String service = rows.getString(1).replace("watchbill_", "");
        int budget =
            Manifests.env(installation.container(service))
                .get("QUARKUS_DATASOURCE_REACTIVE_MAX_SIZE")
                .get("value")
                .asInt();
        assertThat(rows.getInt(2)).as(service).isBetween(1, budget);
        roles++;
      }
      assertThat(roles).isEqualTo(3);
    }
  }

  private static String adminKey(Manifests installation) {
    String data =
        installation.one("Secret", Chart.RELEASE + "-access").at("/data/admin-key").asText();
    return new String(Base64.getDecoder().decode(data), StandardCharsets.UTF_8);
  }
}
