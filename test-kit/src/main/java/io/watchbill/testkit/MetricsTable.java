package io.watchbill.testkit;

import static io.restassured.RestAssured.given;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares the table of metrics ({@code docs/metrics.md}) with the metrics of a service. */
public final class MetricsTable {
  private static final Path TABLE = Path.of("..", "docs", "metrics.md");
  private static final String OURS = "watchbill_";
  private static final int MOST_VALUES = 40;
  private static final Pattern TYPE = Pattern.compile("# TYPE (watchbill_\\S+) (\\S+)");
  private static final Pattern SAMPLE = Pattern.compile("(watchbill_\\w+)(?:\\{(.*)})? \\S+");
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Set<String> OF_HISTOGRAMS = Set.of("le", "quantile");

  private MetricsTable() {}

  /** One metric: its type and its labels with their values. */
  record Metric(String type, Map<String, Set<String>> labels) {}

  /** One row of the table. */
  record Row(String name, String type, Set<String> labels, Set<String> services) {
    boolean isOf(String service) {
      return services.contains("all") || services.contains(service);
    }
  }

  /**
   * Fails unless each metric of ours that is served is in the table with its type and labels, and
   * each row of this service is served; and if a label has so many values that they have no bound.
   *
   * @param service {@code incident}, {@code rotation} or {@code escalation}
   */
  public static void assertServedByTheTable(String service) {
    Map<String, Metric> served =
        served(given().accept("text/plain").get("/metrics").then().extract().asString());
    Map<String, Row> documented =
        rows(read()).stream()
            .filter(row -> row.isOf(service))
            .collect(Collectors.toMap(Row::name, row -> row));
    assertThat(served.keySet()).containsExactlyInAnyOrderElementsOf(documented.keySet());
    served.forEach(
        (name, metric) -> assertAsDocumented(name, metric, requireNonNull(documented.get(name))));
  }

  private static void assertAsDocumented(String name, Metric metric, Row row) {
    assertThat(metric.type()).as("type of %s", name).isEqualTo(row.type());
    assertThat(metric.labels().keySet()).as("labels of %s", name).isEqualTo(row.labels());
    metric
        .labels()
        .forEach(
            (label, values) -> assertThat(values).as(name + label).hasSizeLessThan(MOST_VALUES));
  }

  static Map<String, Metric> served(String exposition) {
    Map<String, Metric> metrics = new TreeMap<>();
    for (String line : exposition.lines().toList()) {
      Matcher type = TYPE.matcher(line);
      if (type.matches()) {
        metrics.put(type.group(1), new Metric(type.group(2), new LinkedHashMap<>()));
      }
      Matcher sample = SAMPLE.matcher(line);
      if (sample.matches() && sample.group(2) != null) {
        owner(sample.group(1), metrics).ifPresent(metric -> add(metric, sample.group(2)));
      }
    }
    metrics.keySet().removeIf(name -> isMaximum(name, Set.copyOf(metrics.keySet())));
    return metrics;
  }

  /** Timers and summaries bring a gauge of their own for the largest value of late. */
  private static boolean isMaximum(String name, Set<String> names) {
    return name.endsWith("_max") && names.contains(name.substring(0, name.length() - 4));
  }

  private static Optional<Metric> owner(String sample, Map<String, Metric> metrics) {
    return Stream.of("", "_bucket", "_count", "_sum", "_max")
        .filter(sample::endsWith)
        .map(suffix -> metrics.get(sample.substring(0, sample.length() - suffix.length())))
        .filter(Objects::nonNull)
        .findFirst();
  }

  private static void add(Metric metric, String labels) {
    Matcher label = LABEL.matcher(labels);
    while (label.find()) {
      if (!OF_HISTOGRAMS.contains(label.group(1))) {
        metric.labels().computeIfAbsent(label.group(1), l -> new TreeSet<>()).add(label.group(2));
      }
    }
  }

  /** The rows: name, type, labels, unit, services, meaning, alarm. */
  static List<Row> rows(String markdown) {
    return markdown
        .lines()
        .filter(line -> line.startsWith("| `" + OURS))
        .map(line -> line.split("\\|"))
        .map(
            cells ->
                new Row(
                    cells[1].strip().replace("`", ""),
                    cells[2].strip(),
                    words(cells[3]),
                    words(cells[5])))
        .toList();
  }

  private static Set<String> words(String cell) {
    return Arrays.stream(cell.replace("`", "").split(","))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String read() {
    try {
      return Files.readString(TABLE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
