package io.watchbill.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Grafana gets to show. */
class DashboardsTest {
  private static final Path DIRECTORY = Chart.DIRECTORY.resolve("files/dashboards");
  private static final Pattern SELECTOR = Pattern.compile("([a-z_]+)\\{([^}]*)}");
  private static final Pattern METRIC = Pattern.compile("(watchbill|http|jvm|process)_[a-z_]+");
  private static final String DOCUMENTED = Chart.read(Chart.REPOSITORY.resolve("docs/metrics.md"));

  @Test
  void thereIsOneForEachQuestionThatIsAskedOnCall() throws IOException {
    assertThat(dashboards())
        .extracting(file -> file.getFileName().toString())
        .containsExactlyInAnyOrder(
            "database.json", "delivery.json", "intake.json", "on-call.json", "overview.json");
  }

  @Test
  void nothingOfThemIsThereUnlessTheyAreWanted() {
    assertThat(Chart.rendered().all("ConfigMap"))
        .noneMatch(map -> map.at("/metadata/name").asText().contains("dashboard"));
  }

  @Test
  void grafanaFindsEachAsItStandsInItsFile() throws IOException {
    Manifests installation = Chart.withEverything();

    for (Path file : dashboards()) {
      String name = file.getFileName().toString();
      JsonNode map =
          installation.one("ConfigMap", "watchbill-dashboard-" + name.replace(".json", ""));
      assertThat(map.at("/metadata/labels/grafana_dashboard").asText()).isEqualTo("1");
      assertThat(map.at("/metadata/annotations/grafana_folder").asText()).isEqualTo("Watchbill");
      assertThat(Chart.parse(map.at("/data").get("watchbill-" + name).asText()))
          .isEqualTo(Chart.parse(Chart.read(file)));
    }
  }

  @Test
  void theLabelOfAnotherSidecarTakesThePlaceOfTheUsual() {
    JsonNode labels =
        Chart.withEverything("dashboards: {labels: {dashboards: grafana}}")
            .one("ConfigMap", "watchbill-dashboard-overview")
            .at("/metadata/labels");

    assertThat(labels.get("dashboards").asText()).isEqualTo("grafana");
    assertThat(labels.has("grafana_dashboard")).isFalse();
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void everyMetricThatAPanelAsksForIsDocumented(Path file) {
    Set<String> asked = metrics(file);

    assertThat(asked).isNotEmpty();
    assertThat(asked).allMatch(name -> DOCUMENTED.contains("`" + name + "`"));
  }

  @Test
  void everyMetricThatIsWorthAnAlarmIsOnADashboard() throws IOException {
    Set<String> shown = new TreeSet<>();
    dashboards().forEach(file -> shown.addAll(metrics(file)));
    Set<String> alarming =
        DOCUMENTED
            .lines()
            .filter(line -> line.startsWith("| `watchbill_") && !line.endsWith("| |"))
            .map(line -> line.replaceFirst("^\\| `([a-z_]+)`.*", "$1"))
            .collect(Collectors.toSet());

    assertThat(alarming).hasSizeGreaterThan(20);
    assertThat(shown).containsAll(alarming);
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void everyPanelSaysWhatItShowsOfTheNamespacesChosen(Path file) {
    for (JsonNode panel : panels(file)) {
      assertThat(panel.get("title").asText()).isNotBlank();
      assertThat(panel.get("description").asText()).isNotBlank();
      assertThat(panel.at("/datasource/uid").asText()).isEqualTo("${datasource}");
      assertThat(panel.get("targets")).isNotEmpty();
    }
    for (String query : queries(file)) {
      List<MatchResult> selectors = SELECTOR.matcher(query).results().toList();
      assertThat(selectors).as(query).hasSize((int) METRIC.matcher(query).results().count());
      assertThat(selectors)
          .allMatch(selector -> selector.group(2).startsWith("namespace=~\"$namespace\""));
    }
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void noTwoPanelsLieOnEachOther(Path file) {
    Set<String> taken = new TreeSet<>();
    for (JsonNode panel : panels(file)) {
      JsonNode place = panel.get("gridPos");
      int right = place.get("x").asInt() + place.get("w").asInt();
      assertThat(right).isLessThanOrEqualTo(24);
      for (int x = place.get("x").asInt(); x < right; x++) {
        for (int y = 0; y < place.get("h").asInt(); y++) {
          assertThat(taken.add(x + "," + (place.get("y").asInt() + y))).isTrue();
        }
      }
    }
  }

  @Test
  void everyQueryIsOneThatPrometheusReads() throws Exception {
    StringBuilder rules = new StringBuilder("groups:\n- name: panels\n  rules:\n");
    int number = 0;
    for (Path file : dashboards()) {
      for (String query : queries(file)) {
        String filled =
            query
                .replace("$__rate_interval", "5m")
                .replace("$__range", "6h")
                .replace("$namespace", ".*");
        assertThat(filled).doesNotContain("$");
        rules.append("  - record: panel:query_").append(number++).append('\n');
        rules
            .append("    expr: ")
            .append(Chart.YAML.writeValueAsString(filled).replaceFirst("^--- ", ""));
      }
    }
    Path file = Files.createTempFile("panels", ".yaml");
    Files.writeString(file, rules);

    PrometheusTools.checkRules(file);
  }

  static List<Path> dashboards() throws IOException {
    try (Stream<Path> files = Files.list(DIRECTORY)) {
      return files.sorted().toList();
    }
  }

  private static JsonNode panels(Path file) {
    return Chart.parse(Chart.read(file)).get("panels");
  }

  private static List<String> queries(Path file) {
    List<String> queries = new ArrayList<>();
    panels(file)
        .forEach(panel -> panel.get("targets").forEach(t -> queries.add(t.get("expr").asText())));
    return queries;
  }

  private static Set<String> metrics(Path file) {
    return queries(file).stream()
        .flatMap(query -> METRIC.matcher(query).results())
        .map(found -> found.group().replaceAll("_(bucket|sum|count)$", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
