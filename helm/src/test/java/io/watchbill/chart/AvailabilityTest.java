package io.watchbill.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class AvailabilityTest {

  @Test
  void everyServiceHasTwoPodsApartFromEachOther() {
    Manifests installation = Chart.rendered();

    for (String service : Chart.SERVICES) {
      JsonNode deployment = deployment(installation, service);
      assertThat(deployment.at("/spec/replicas").asInt()).isEqualTo(2);
      assertThat(deployment.at("/spec/template/spec/topologySpreadConstraints"))
          .extracting(spread -> spread.get("topologyKey").asText())
          .containsExactly("topology.kubernetes.io/zone", "kubernetes.io/hostname");
    }
  }

  @Test
  void aRollingUpdateNeverTakesAPodAwayBeforeTheNextIsReady() {
    JsonNode update = deployment(Chart.rendered(), "escalation").at("/spec/strategy/rollingUpdate");

    assertThat(update.get("maxUnavailable").asInt()).isZero();
    assertThat(update.get("maxSurge").asInt()).isEqualTo(1);
  }

  @Test
  void aPodThatGoesIsFirstForgottenByTheRoutersAndThenHasTimeToFinish() {
    for (String service : Chart.SERVICES) {
      JsonNode pod = deployment(Chart.rendered(), service).at("/spec/template/spec");
      int pause = pod.at("/containers/0/lifecycle/preStop/sleep/seconds").asInt();
      assertThat(pause).isPositive();
      assertThat(pod.get("terminationGracePeriodSeconds").asInt()).isGreaterThan(pause + 5);
    }
  }

  @Test
  void aDrainTakesOnePodAtATimeAndASinglePodIsNotInItsWay() {
    Manifests installation = Chart.rendered("rotation: {replicas: 1}");

    assertThat(installation.all("PodDisruptionBudget"))
        .hasSize(2)
        .allMatch(budget -> budget.at("/spec/maxUnavailable").asInt() == 1)
        .noneMatch(budget -> budget.at("/metadata/name").asText().contains("rotation"));
  }

  @Test
  void anAutoscalerTakesTheNumberOfPodsOver() {
    Manifests installation = Chart.rendered("rotation: {autoscaling: {enabled: true}}");

    JsonNode autoscaler = installation.one("HorizontalPodAutoscaler", "watchbill-rotation");
    assertThat(autoscaler.at("/spec/scaleTargetRef/name").asText()).isEqualTo("watchbill-rotation");
    assertThat(autoscaler.at("/spec/minReplicas").asInt()).isEqualTo(2);
    assertThat(autoscaler.at("/spec/maxReplicas").asInt()).isEqualTo(3);
    assertThat(deployment(installation, "rotation").at("/spec").has("replicas")).isFalse();
    assertThat(deployment(installation, "incident").at("/spec").has("replicas")).isTrue();
    assertThat(installation.all("HorizontalPodAutoscaler")).hasSize(1);
  }

  @Test
  void anAutoscalerLooksAtTheServicesOwnMeasureAndStillAtTheProcessor() {
    JsonNode metrics =
        Chart.withEverything()
            .one("HorizontalPodAutoscaler", "watchbill-escalation")
            .at("/spec/metrics");

    assertThat(metrics).hasSize(2);
    JsonNode own = metrics.at("/0/object");
    assertThat(own.at("/metric/name").asText()).isEqualTo("watchbill_deliveries_due");
    assertThat(own.at("/describedObject/kind").asText()).isEqualTo("Service");
    assertThat(own.at("/describedObject/name").asText()).isEqualTo("watchbill-escalation");
    assertThat(own.at("/target/type").asText()).isEqualTo("AverageValue");
    assertThat(own.at("/target/averageValue").asText()).isEqualTo("50");
    assertThat(metrics.at("/1/resource/name").asText()).isEqualTo("cpu");
  }

  @Test
  void anAutoscalerWithoutAMetricLooksAtTheProcessorAlone() {
    JsonNode metrics =
        Chart.withEverything()
            .one("HorizontalPodAutoscaler", "watchbill-rotation")
            .at("/spec/metrics");

    assertThat(metrics).singleElement().matches(m -> m.at("/resource/name").asText().equals("cpu"));
  }

  @Test
  void podsThatCannotBeSpreadWaitWhereThatIsWanted() {
    for (String service : Chart.SERVICES) {
      assertThat(spread(Chart.withEverything(), service)).containsOnly("DoNotSchedule");
      assertThat(spread(Chart.rendered(), service)).containsOnly("ScheduleAnyway");
    }
  }

  @Test
  void anAutoscalerWithLessRoomThanItsFewestPodsIsRefused() {
    assertThat(
            Chart.refusal(
                "rotation: {autoscaling: {enabled: true, minReplicas: 3, maxReplicas: 2}}"))
        .contains("rotation.autoscaling: minReplicas is more than maxReplicas");
  }

  @Test
  void everyServiceStaysInItsBudgetOfConnections() {
    Manifests installation = Chart.rendered("escalation: {connections: 7}");

    assertThat(
            Manifests.env(installation.container("escalation"))
                .get("QUARKUS_DATASOURCE_REACTIVE_MAX_SIZE")
                .get("value")
                .asText())
        .isEqualTo("7");
  }

  @Test
  void moreConnectionsThanPostgresHasAreRefusedWithTheSum() {
    assertThat(Chart.refusal("incident: {replicas: 4}"))
        .contains("may hold 98 connections")
        .contains("incident 5 x 10")
        .contains("leaves 90");
  }

  @Test
  void theBudgetCountsTheMostPodsOfAnAutoscaler() {
    String scaled = "incident: {autoscaling: {enabled: true, maxReplicas: 9}}";

    assertThat(Chart.refusal(scaled)).contains("incident 10 x 10");
    assertThat(Chart.rendered(scaled, "postgres: {maxConnections: 200}").objects()).isNotEmpty();
  }

  private static List<String> spread(Manifests installation, String service) {
    return deployment(installation, service)
        .at("/spec/template/spec/topologySpreadConstraints")
        .findValuesAsText("whenUnsatisfiable");
  }

  private static JsonNode deployment(Manifests installation, String service) {
    return installation.one("Deployment", Chart.RELEASE + "-" + service);
  }
}
