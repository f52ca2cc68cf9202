package io.watchbill.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an operator copies out of {@code docs/operating.md} works. */
class GuideTest {
  private static final Pattern BLOCK = Pattern.compile("(?ms)^ *```yaml\n(.*?)^ *```");
  private static final Set<String> VALUES = names(Chart.yaml("values.yaml"));

  @ParameterizedTest
  @MethodSource("values")
  void everyExampleOfValuesRenders(String example) {
    String base = example.contains("cloudNativePg") ? "cloudnative-pg" : "minimal";

    assertThat(Chart.onlyWith(Chart.file("ci/" + base + "-values.yaml"), example).objects())
        .isNotEmpty();
  }

  @Test
  void theExampleOfAlertmanagerIsOneThatItReads() throws Exception {
    Path file = Files.createTempFile("alertmanager", ".yml");
    Files.writeString(file, alertmanager());

    PrometheusTools.checkAlertmanager(file);
  }

  @Test
  void alertsAboutWatchbillDoNotLeadThroughIt() {
    JsonNode configuration = Chart.parse(alertmanager());
    String watchbill = configuration.at("/route/receiver").asText();
    JsonNode routes = configuration.at("/route/routes");

    assertThat(routes.findValuesAsText("receiver"))
        .containsExactly("dead-mans-switch", "without-watchbill")
        .doesNotContain(watchbill);
    assertThat(routes.at("/0/matchers/0").asText())
        .isEqualTo("alertname = WatchbillDeadMansSwitch");
    assertThat(routes.at("/1/matchers").toString()).contains("Watchbill.+", "severity = page");
    assertThat(Chart.yaml("files/alerts.yaml").at("/groups/0/rules").findValuesAsText("alert"))
        .allMatch(alert -> alert.matches("Watchbill.+"));
  }

  @Test
  void alertsGoWhereTheIngressTakesThemIn() {
    String url = Chart.parse(alertmanager()).at("/receivers/0/webhook_configs/0/url").asText();

    assertThat(Routes.ofChart().to(url.replaceFirst("^https://[^/]*", ""))).isEqualTo("incident");
  }

  static List<String> values() {
    List<String> examples =
        blocks().stream().filter(block -> VALUES.containsAll(names(Chart.parse(block)))).toList();
    assertThat(examples).hasSizeGreaterThan(3);
    return examples;
  }

  private static String alertmanager() {
    return blocks().stream()
        .filter(block -> block.contains("receivers:"))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> blocks() {
    return BLOCK
        .matcher(Chart.read(Chart.REPOSITORY.resolve("docs/operating.md")))
        .results()
        .map(block -> block.group(1).stripIndent())
        .toList();
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
