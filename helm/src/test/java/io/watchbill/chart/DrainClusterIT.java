package io.watchbill.chart;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A node that is drained for repair takes no service away. */
class DrainClusterIT {
  private LiveRelease release;
  private List<String> nodes;

  @BeforeEach
  void install() {
    release = LiveRelease.installed();
    nodes =
        TestNamespace.list(LiveCluster.kubectl("", "get", "nodes", "-o", "json").output())
            .objects()
            .stream()
            .map(node -> node.at("/metadata/name").asText())
            .toList();
    assertThat(nodes).hasSize(2);
  }

  @AfterEach
  void remove() {
    if (release != null) {
      nodes.forEach(DrainClusterIT::uncordon);
      release.close();
    }
  }

  @Test
  void aDrainWaitsUntilThereIsAPodOfEachServiceElsewhere() {
    drain(nodes.getFirst(), "30s").output();
    awaitPods(nodes.getLast(), 2);

    Command tooEarly = drain(nodes.getLast(), "8s");

    assertThat(tooEarly.succeeded()).isFalse();
    assertThat(tooEarly.complaints()).contains("violate the pod's disruption budget");
    awaitPods(nodes.getLast(), 1);

    uncordon(nodes.getFirst());
    drain(nodes.getLast(), "60s").output();

    awaitPods(nodes.getFirst(), 2);
  }

  /** Waits until this many pods of each service are ready on a node, and no others anywhere. */
  private void awaitPods(String node, int count) {
    await()
        .atMost(20, SECONDS)
        .untilAsserted(
            () ->
                assertThat(release.readyPods().values())
                    .hasSize(3)
                    .allSatisfy(
                        pods -> assertThat(pods.values()).hasSize(count).allMatch(node::equals)));
  }

  /** Takes the pods of this release, and nobody else's, from a node. */
  private Command drain(String node, String timeout) {
    return LiveCluster.kubectl(
        "",
        "drain",
        node,
        "--delete-emptydir-data",
        "--pod-selector=app.kubernetes.io/instance=" + Chart.RELEASE,
        "--timeout=" + timeout);
  }

  private static void uncordon(String node) {
    LiveCluster.kubectl("", "uncordon", node).output();
  }
}
