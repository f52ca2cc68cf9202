package io.watchbill.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.marcnuri.helm.LintResult;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChartTest {
  private static final Map<String, Class<?>> TYPES =
      Map.ofEntries(
          Map.entry("v1 ConfigMap", ConfigMap.class),
          Map.entry("v1 Pod", Pod.class),
          Map.entry("v1 Secret", Secret.class),
          Map.entry("v1 Service", Service.class),
          Map.entry("v1 ServiceAccount", ServiceAccount.class),
          Map.entry("apps/v1 Deployment", Deployment.class),
          Map.entry("batch/v1 Job", Job.class),
          Map.entry("autoscaling/v2 HorizontalPodAutoscaler", HorizontalPodAutoscaler.class),
          Map.entry("gateway.networking.k8s.io/v1 HTTPRoute", HTTPRoute.class),
          Map.entry("monitoring.coreos.com/v1 PodMonitor", PodMonitor.class),
          Map.entry("monitoring.coreos.com/v1 PrometheusRule", PrometheusRule.class),
          Map.entry("monitoring.coreos.com/v1 ServiceMonitor", ServiceMonitor.class),
          Map.entry("networking.k8s.io/v1 Ingress", Ingress.class),
          Map.entry("networking.k8s.io/v1 NetworkPolicy", NetworkPolicy.class),
          Map.entry("policy/v1 PodDisruptionBudget", PodDisruptionBudget.class));

  /** The types of Kubernetes take any further key; this mapper does not. */
  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .annotationIntrospector(
              new JacksonAnnotationIntrospector() {
                @Override
                public Boolean hasAnySetter(Annotated annotated) {
                  return false;
                }
              })
          .build();

  @Test
  void lintFindsNothing() {
    LintResult result = Chart.helm().lint().strict().call();

    assertThat(result.isFailed()).as(String.join("\n", result.getMessages())).isFalse();
  }

  @ParameterizedTest
  @MethodSource("installations")
  void everyObjectIsOneThatKubernetesKnows(Manifests installation) throws Exception {
    for (JsonNode object : installation.objects()) {
      String type = object.get("apiVersion").asText() + " " + object.get("kind").asText();
      if (type.startsWith("postgresql.cnpg.io/")) {
        continue; // There are no classes of this operator: CloudNativePgTest looks at it.
      }
      assertThat(TYPES).containsKey(type);
      STRICT.treeToValue(object, TYPES.get(type));
    }
  }

  @ParameterizedTest
  @MethodSource("installations")
  void everyObjectSaysToWhatItBelongs(Manifests installation) {
    for (JsonNode object : installation.objects()) {
      JsonNode labels = object.at("/metadata/labels");
      assertThat(labels.path("app.kubernetes.io/instance").asText()).isEqualTo(Chart.RELEASE);
      assertThat(labels.path("app.kubernetes.io/part-of").asText()).isEqualTo("watchbill");
    }
  }

  @Test
  void theLeastInstallationHasTheThreeServicesAndNoExtras() {
    Manifests installation = Chart.rendered();

    assertThat(installation.objects())
        .extracting(o -> o.get("kind").asText() + " " + o.at("/metadata/name").asText())
        .containsExactlyInAnyOrder(
            "Deployment watchbill-incident",
            "Deployment watchbill-rotation",
            "Deployment watchbill-escalation",
            "Service watchbill-incident",
            "Service watchbill-rotation",
            "Service watchbill-escalation",
            "PodDisruptionBudget watchbill-incident",
            "PodDisruptionBudget watchbill-rotation",
            "PodDisruptionBudget watchbill-escalation",
            "Secret watchbill-access",
            "ServiceAccount watchbill",
            "Ingress watchbill",
            "Job watchbill-migration",
            "ConfigMap watchbill-test",
            "Pod watchbill-test");
  }

  @Test
  void aServiceFindsExactlyThePodsOfItsDeployment() {
    Manifests installation = Chart.withEverything();

    for (String service : Chart.SERVICES) {
      JsonNode selector =
          installation.one("Service", Chart.RELEASE + "-" + service).at("/spec/selector");
      JsonNode deployment = installation.one("Deployment", Chart.RELEASE + "-" + service);
      assertThat(deployment.at("/spec/selector/matchLabels")).isEqualTo(selector);
      assertThat(selector.get("app.kubernetes.io/component").asText()).isEqualTo(service);
      selector
          .properties()
          .forEach(
              label ->
                  assertThat(deployment.at("/spec/template/metadata/labels").get(label.getKey()))
                      .isEqualTo(label.getValue()));
    }
  }

  @Test
  void theImageIsTheChartsVersionUnlessATagOrADigestIsGiven() {
    Manifests installation = Chart.rendered("image: {tag: 1.2.3}");
    Manifests byDigest = Chart.withEverything();

    assertThat(installation.container("rotation").get("image").asText())
        .isEqualTo("registry.example.org/watchbill/rotation-service:1.2.3");
    assertThat(byDigest.container("incident").get("image").asText())
        .startsWith("registry.example.org/watchbill/incident-service@sha256:0123");
    assertThat(byDigest.container("rotation").get("image").asText())
        .isEqualTo("registry.example.org/watchbill/rotation-service:0.1.0");
  }

  @Test
  void theChartIsOfTheProjectsVersion() {
    String pom = Chart.read(Chart.REPOSITORY.resolve("pom.xml"));
    String version = pom.replaceFirst("(?s).*?<version>([^<]+?)(-SNAPSHOT)?</version>.*", "$1");

    assertThat(Chart.yaml("Chart.yaml").get("appVersion").asText()).isEqualTo(version);
  }

  static Stream<Manifests> installations() {
    return Stream.of(
        Chart.rendered(),
        Chart.withEverything(),
        Chart.rendered(
            """
            ingress: {enabled: false}
            migration: {enabled: false}
            serviceAccount: {create: false}
            podDisruptionBudget: {enabled: false}
            access: {existingSecret: keys}
            """),
        Chart.onlyWith(Chart.file("ci/native-values.yaml")),
        Chart.onlyWith(Chart.file("ci/cloudnative-pg-values.yaml")),
        Chart.rendered("networkPolicy: {enabled: true}"));
  }
}
