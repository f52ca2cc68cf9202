package io.watchbill.chart;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The autoscaler of a real controller manager reads our measure, and acts on it. */
class AutoscalingClusterIT {
  private LiveRelease release;
  private PlayedMetrics metrics;

  @BeforeEach
  void install() throws Exception {
    LiveCluster.needApiServerHere();
    PlayedMetrics.needNone();
    release =
        LiveRelease.installed(
            """
            postgres: {maxConnections: 200}
            escalation:
              autoscaling:
                enabled: true
                maxReplicas: 6
                metric: {name: watchbill_deliveries_due, perPod: "50"}
            """);
    metrics = PlayedMetrics.in(release.namespace());
  }

  @AfterEach
  void remove() {
    if (metrics != null) {
      metrics.close();
    }
    if (release != null) {
      release.close();
    }
  }

  @Test
  void deliveriesThatAreDueBringMorePods() {
    metrics.say(40);
    awaitPods(2);

    metrics.say(160);

    awaitPods(4);
    String measures =
        release
            .objects()
            .one("HorizontalPodAutoscaler", "watchbill-escalation")
            .at("/status/currentMetrics")
            .toString();
    assertThat(measures).contains("\"name\":\"watchbill_deliveries_due\"");
  }

  private void awaitPods(int count) {
    await()
        .atMost(60, SECONDS)
        .untilAsserted(
            () ->
                assertThat(release.readyPods().getOrDefault("escalation", Map.of()))
                    .as(this::autoscaler)
                    .hasSize(count));
  }

  private String autoscaler() {
    return release.namespace().kubectl("describe", "hpa").out();
  }
}
