package io.watchbill.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who is woken by an alert about Watchbill finds a page that says what to do. */
class RunbooksTest {
  private static final Path DIRECTORY = Chart.REPOSITORY.resolve("docs/runbooks");
  private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)(#[^)]*)?\\)");
  private static final Pattern OPERATION =
      Pattern.compile("(?:\\$W|(?:GET|PUT|POST|DELETE) )(/v1/[a-z0-9/{}-]+)");

  @ParameterizedTest
  @MethodSource("rules")
  void everyAlertHasItsPage(JsonNode rule) {
    String alert = rule.get("alert").asText();
    assertThat(rule.at("/annotations/runbook_url").asText())
        .isEqualTo("docs/runbooks/" + alert + ".md");

    String page = page(alert);
    assertThat(page).startsWith("# " + alert + "\n\nSeverity `" + severity(rule) + "`.\n");
    assertThat(page.split("\n## (What it means|What to look at|What to do)\n", -1))
        .hasSize(4)
        .allSatisfy(part -> assertThat(part.strip().length()).isGreaterThan(30));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void everyPageNamesWhatItsAlertMeasures(JsonNode rule) {
    Pattern.compile("watchbill_[a-z_]+")
        .matcher(rule.get("expr").asText())
        .results()
        .map(metric -> metric.group().replaceAll("_bucket$", ""))
        .forEach(metric -> assertThat(page(rule.get("alert").asText())).contains("`" + metric));
  }

  @Test
  void noPageIsOfAnAlertThatIsGone() throws IOException {
    try (Stream<Path> pages = Files.list(DIRECTORY)) {
      assertThat(
              pages.map(page -> page.getFileName().toString()).filter(p -> !p.equals("README.md")))
          .containsExactlyInAnyOrderElementsOf(
              rules().map(rule -> rule.get("alert").asText() + ".md").toList());
    }
  }

  @Test
  void theIndexListsEveryAlertWithItsSeverity() {
    String index = page("README");

    assertThat(index.lines().filter(line -> line.startsWith("| [")))
        .containsExactlyElementsOf(
            rules()
                .map(
                    rule ->
                        "| [%1$s](%1$s.md) | `%2$s` |"
                            .formatted(rule.get("alert").asText(), severity(rule)))
                .toList());
  }

  @Test
  void everyLinkLeadsToAFile() throws IOException {
    try (Stream<Path> pages = Files.list(DIRECTORY)) {
      for (Path page : pages.toList()) {
        for (MatchResult link : LINK.matcher(Chart.read(page)).results().toList()) {
          assertThat(DIRECTORY.resolve(link.group(1))).exists();
        }
      }
    }
  }

  @Test
  void everyOperationThatAPageNamesIsThere() throws IOException {
    Set<String> paths = new HashSet<>();
    for (String service : Chart.SERVICES) {
      Chart.parse(Chart.read(Chart.REPOSITORY.resolve(service + "-service/openapi.yaml")))
          .get("paths")
          .fieldNames()
          .forEachRemaining(path -> paths.add(path.replaceAll("\\{[^}]*}", "{}")));
    }
    try (Stream<Path> pages = Files.list(DIRECTORY)) {
      List<String> named =
          pages
              .flatMap(page -> OPERATION.matcher(Chart.read(page)).results())
              .map(operation -> operation.group(1).replaceAll("\\{[^}]*}", "{}"))
              .toList();

      assertThat(named).hasSizeGreaterThan(10).allMatch(paths::contains);
    }
  }

  @Test
  void theChartPutsTheAddressOfThePagesBeforeThem() {
    assertThat(firstPageOf(Chart.rendered("prometheusRule: {enabled: true}")))
        .isEqualTo("docs/runbooks/WatchbillDeadMansSwitch.md");
    assertThat(
            firstPageOf(
                Chart.rendered(
                    "prometheusRule: {enabled: true, runbooks: 'https://wiki.example.org/on-call'}")))
        .isEqualTo("https://wiki.example.org/on-call/WatchbillDeadMansSwitch.md");
  }

  static Stream<JsonNode> rules() {
    JsonNode rules = Chart.yaml("files/alerts.yaml").at("/groups/0/rules");
    return StreamSupport.stream(rules.spliterator(), false);
  }

  private static String firstPageOf(Manifests installation) {
    return installation
        .one("PrometheusRule", Chart.RELEASE)
        .at("/spec/groups/0/rules/0/annotations/runbook_url")
        .asText();
  }

  private static String severity(JsonNode rule) {
    return rule.at("/labels/severity").asText();
  }

  private static String page(String name) {
    return Chart.read(DIRECTORY.resolve(name + ".md"));
  }
}
