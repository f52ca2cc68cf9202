package io.watchbill.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {
  private final JsonNode schema = Chart.yaml("values.schema.json");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "replicaCount: 3",
        "incident: {replica: 3}",
        "incident: {image: {tag: x}}",
        "incident: {resources: {limit: {memory: 1Gi}}}",
        "incident: {autoscaling: {enable: true}}",
        "postgres: {hostname: db}",
        "postgres: {passwords: {admin: x}}",
        "postgres: {tls: {enabled: true}}",
        "ingress: {hosts: []}",
        "heartbeat: {url: 'https://monitor.example.org/x'}",
        "serviceMonitor: {enable: true}",
        "podMonitor: {enable: true}",
        "tracing: {enabled: true}",
        "prometheusRule: {rules: []}",
        "dashboards: {folder: Watchbill}",
        "gateway: {parents: []}",
        "gateway: {parentRefs: [{name: public, section: https}]}",
        "incident: {autoscaling: {metric: {value: 5}}}",
        "postgres: {cloudNativePg: {replicas: 3}}",
        "topologySpread: {zones: true}",
        "helmTest: {enable: true}",
        "networkPolicy: {from: [{podselector: {}}]}",
        "tolerations: [{keys: x}]",
        "serviceAccount: {automount: true}"
      })
  void aMisspeltValueIsRefused(String values) {
    assertThat(Chart.refusal(values)).contains("additional propert");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fullnameOverride: Watchbill",
        "image: {tag: 'a b'}",
        "image: {pullPolicy: Sometimes}",
        "incident: {image: {digest: sha256:abc}}",
        "incident: {replicas: -1}",
        "incident: {replicas: '2'}",
        "incident: {connections: 0}",
        "incident: {resources: {limits: {memory: lots}}}",
        "incident: {resources: {requests: {cpu: 1 core}}}",
        "incident: {autoscaling: {cpuPercent: 0}}",
        "incident: {env: {lower: x}}",
        "incident: {env: {NUMBER: 1}}",
        "incident: {secretEnv: {TOKEN: plain}}",
        "incident: {secretEnv: {TOKEN: {secret: x}}}",
        "postgres: {port: 0}",
        "postgres: {database: 'a/b'}",
        "postgres: {existingSecret: Not_A_Name}",
        "postgres: {tls: {mode: allow}}",
        "mail: {from: nobody}",
        "mail: {startTls: maybe}",
        "heartbeat: {every: PT30S}",
        "serviceMonitor: {interval: 0s}",
        "prometheusRule: {enabled: 'yes'}",
        "prometheusRule: {runbooks: docs}",
        "runtime: graalvm",
        "gateway: {parentRefs: [{namespace: gateways}]}",
        "incident: {autoscaling: {metric: {perPod: 50}}}",
        "postgres: {cloudNativePg: {instances: 0}}",
        "postgres: {cloudNativePg: {storage: {size: 10}}}",
        "topologySpread: {whenUnsatisfiable: Never}",
        "helmTest: {patience: 0}",
        "logs: {json: 'yes'}",
        "tracing: {share: 1.5}",
        "migration: {activeDeadlineSeconds: 1}",
        "networkPolicy: {from: [{}]}",
        "podLabels: {team: 'a b'}",
        "tolerations: [{effect: Never}]"
      })
  void aWrongValueIsRefused(String values) {
    assertThat(Chart.refusal(values)).contains("values don't meet the specifications");
  }

  @ParameterizedTest
  @CsvSource({
    "image.registry, image: {registry: ''}",
    "postgres.host, postgres: {host: ''}",
    "publicUrl, publicUrl: ''",
    "postgres.tls.caSecret, postgres: {tls: {mode: verify-full}}",
    "mail.from, mail: {host: smtp.example.org}",
    "mail.existingSecret, 'mail: {host: smtp.example.org, from: a@b, username: u}'"
  })
  void whatHasNoDefaultIsAskedFor(String value, String values) {
    assertThat(Chart.refusal(values)).contains(value + ": say ");
  }

  @Test
  void whatTheChartSetsCannotBeSetAgain() {
    assertThat(Chart.refusal("incident: {env: {WATCHBILL_PUBLIC_URL: http://x}}"))
        .contains("incident.env.WATCHBILL_PUBLIC_URL: the chart sets it already");
    assertThat(Chart.refusal("rotation: {secretEnv: {WATCHBILL_SERVICE_KEY: {secret: s, key: k}}}"))
        .contains("rotation.secretEnv.WATCHBILL_SERVICE_KEY: it is set already");
  }

  @Test
  void furtherSettingsReachTheirServiceOnly() {
    Manifests installation = Chart.withEverything();

    assertThat(Manifests.env(installation.container("incident"))).containsKey("QUARKUS_LOG_LEVEL");
    assertThat(Manifests.env(installation.container("escalation")))
        .containsKey("QUARKUS_MAILER_OWN_HOST_NAME")
        .doesNotContainKey("QUARKUS_LOG_LEVEL");
  }

  @Test
  void theSchemaAllowsNothingThatItDoesNotName() {
    List<String> open = new ArrayList<>();
    findOpenObjects("", schema, open);

    // Helm itself puts `global` into the values of a chart that another includes.
    assertThat(open).containsExactly("/properties/global");
  }

  @Test
  void everyValueIsInTheSchemaWithADescriptionAndTheOtherWayRound() {
    Map<String, String> described = new TreeMap<>();
    describe("", schema, described);

    assertThat(described.keySet()).isEqualTo(leaves("", Chart.yaml("values.yaml")));
    assertThat(described).allSatisfy((value, text) -> assertThat(text).as(value).isNotBlank());
  }

  @Test
  void everyValueHasACommentInTheFile() {
    Set<String> leaves = leaves("", Chart.yaml("values.yaml"));
    Deque<String> path = new ArrayDeque<>();
    Set<String> commented = new TreeSet<>();
    boolean comment = false;
    for (String line : Chart.file("values.yaml").lines().toList()) {
      Matcher key = Pattern.compile("( *)([A-Za-z]+):.*").matcher(line);
      if (!key.matches()) {
        comment = comment ? line.contains("#") : line.contains("# --");
        continue;
      }
      while (path.size() > key.group(1).length() / 2) {
        path.removeLast();
      }
      path.addLast(key.group(2));
      if (comment) {
        commented.add(String.join(".", path));
      }
      comment = false;
    }
    assertThat(commented).isEqualTo(leaves);
  }

  @Test
  void theReadmeListsEveryValueWithItsDefault() {
    JsonNode values = Chart.yaml("values.yaml");
    Map<String, String> rows = new TreeMap<>();
    Matcher row =
        Pattern.compile("(?m)^\\| `([A-Za-z.]+)` \\| `([^`]*)` \\| \\S.*\\|$")
            .matcher(Chart.file("README.md"));
    while (row.find()) {
      rows.put(row.group(1), row.group(2));
    }

    Map<String, String> expected = new TreeMap<>();
    for (String leaf : leaves("", values)) {
      expected.put(leaf, values.at("/" + leaf.replace('.', '/')).toString());
    }
    assertThat(rows).isEqualTo(expected);
  }

  /** Paths of all values; resources and maps that users fill are one value each. */
  private static Set<String> leaves(String path, JsonNode values) {
    Set<String> leaves = new TreeSet<>();
    values
        .properties()
        .forEach(
            e -> {
              String at = path.isEmpty() ? e.getKey() : path + "." + e.getKey();
              boolean inner =
                  e.getValue().isObject()
                      && !e.getValue().isEmpty()
                      && !e.getKey().equals("resources");
              leaves.addAll(inner ? leaves(at, e.getValue()) : Set.of(at));
            });
    return leaves;
  }

  private void describe(String path, JsonNode node, Map<String, String> described) {
    JsonNode resolved = resolve(node);
    boolean inner = resolved.has("properties") && !path.endsWith("resources");
    if (!inner) {
      described.put(path, node.path("description").asText(""));
      return;
    }
    for (Map.Entry<String, JsonNode> property : resolved.get("properties").properties()) {
      if (!property.getKey().equals("global")) {
        String at = path.isEmpty() ? property.getKey() : path + "." + property.getKey();
        describe(at, property.getValue(), described);
      }
    }
  }

  private JsonNode resolve(JsonNode node) {
    return node.has("$ref") ? schema.at(node.get("$ref").asText().substring(1)) : node;
  }

  private static void findOpenObjects(String path, JsonNode node, List<String> open) {
    if (node.path("type").asText().equals("object")
        && !(node.path("additionalProperties").isBoolean()
            && !node.get("additionalProperties").asBoolean())) {
      open.add(path);
    }
    if (node.isContainerNode()) {
      node.properties().forEach(e -> findOpenObjects(path + "/" + e.getKey(), e.getValue(), open));
      for (int i = 0; node.isArray() && i < node.size(); i++) {
        findOpenObjects(path + "/" + i, node.get(i), open);
      }
    }
  }
}
