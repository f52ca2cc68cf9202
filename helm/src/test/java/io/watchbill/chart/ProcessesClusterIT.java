package io.watchbill.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The programs fit what the cluster has of the chart: each runs as a process with the variables,
 * Secrets, files and ports of its object, read back from the API server, on a real Postgres that
 * speaks TLS.
 */
class ProcessesClusterIT {
  private final Probe probe = new Probe();
  private final List<Pod> pods = new ArrayList<>();
  private ChartDatabase database;
  private LiveRelease release;

  @BeforeEach
  void install() throws Exception {
    LiveCluster.need(
        System.getProperty("os.name").equals("Linux"), "needs the loopback addresses of Linux");
    release = LiveRelease.prepared();
    database = ChartDatabase.prepared();
    SelfSigned identity = SelfSigned.made();
    database.speakTls(identity);
    release
        .namespace()
        .kubectl(
            "create",
            "secret",
            "generic",
            "postgres-ca",
            "--from-literal=ca.crt=" + identity.certificate())
        .output();
    release.install(
        database.values(),
        "postgres: {tls: {mode: verify-full, caSecret: postgres-ca}}",
        "logs: {json: false}");
  }

  @AfterEach
  void remove() throws IOException {
    pods.forEach(Pod::close);
    if (database != null) {
      database.close();
    }
    if (release != null) {
      release.close();
    }
  }

  @Test
  void anAlertThatComesThroughTheIngressBecomesAPage() throws Exception {
    Manifests hooks = TestNamespace.list(release.namespace().check(release.hooks()).output());
    Manifests all = release.objects().and(hooks);
    PlayedNetwork network = new PlayedNetwork(all, addressOfOurOwn());
    migrate(all);
    for (JsonNode deployment : all.all("Deployment")) {
      pods.addAll(start(all, deployment, network));
    }
    assertThat(pods).hasSize(3);
    for (Pod pod : pods) {
      pod.awaitProbes(network.address(Chart.RELEASE + "-" + pod.service()));
    }

    try (PlayedIngress ingress = new PlayedIngress(network)) {
      assertThat(probe.get(ingress.address() + "/v1/incidents", "nobody's")).isEqualTo(401);
      assertThat(probe.get(ingress.address() + "/q/health/ready", "")).isEqualTo(404);
      HelmTestRun run = HelmTestRun.of(asTested(all, ingress));
      assertThat(run.status()).as(run.log()).isZero();
      assertThat(run.log()).contains("paged: it works").doesNotContain("is answered:");
    }
    for (Pod pod : pods) {
      assertThat(pod.end()).isIn(0, 143);
    }
  }

  private static void migrate(Manifests all) throws InterruptedException, IOException {
    assertThat(all.all("Job")).hasSize(1);
    JsonNode spec = all.all("Job").getFirst().at("/spec/template/spec");
    for (JsonNode container : Manifests.containers(spec).toList()) {
      try (Pod pod = Pod.start(all, container, files(all, spec, container))) {
        assertThat(pod.exitStatus()).as(pod::log).isZero();
      }
    }
  }

  private static List<Pod> start(Manifests all, JsonNode deployment, PlayedNetwork network)
      throws IOException {
    JsonNode spec = deployment.at("/spec/template/spec");
    List<Pod> started = new ArrayList<>();
    for (JsonNode container : Manifests.containers(spec).toList()) {
      Map<String, String> instead = files(all, spec, container);
      instead.putAll(network.instead(container));
      started.add(Pod.start(all, container, instead));
    }
    return started;
  }

  private static Map<String, String> files(Manifests all, JsonNode spec, JsonNode container)
      throws IOException {
    return new PodFiles(all, spec, container).instead(Pod.environment(all, container));
  }

  /** What the test's pod is told, with the Ingress in the place of the Services. */
  private static Map<String, String> asTested(Manifests all, PlayedIngress ingress) {
    JsonNode container = all.one("Pod", Chart.RELEASE + "-test").at("/spec/containers/0");
    Map<String, String> environment = new LinkedHashMap<>(Pod.environment(all, container));
    for (String service : Chart.SERVICES) {
      environment.put(service.toUpperCase(Locale.ROOT), ingress.address());
    }
    return environment;
  }

  /** One of the loopback interface, so that the ports of the pods are free. */
  private static String addressOfOurOwn() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return "127.%d.%d.%d"
        .formatted(random.nextInt(1, 255), random.nextInt(1, 255), random.nextInt(1, 255));
  }
}
