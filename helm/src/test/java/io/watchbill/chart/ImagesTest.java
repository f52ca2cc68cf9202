package io.watchbill.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImagesTest {

  @ParameterizedTest
  @ValueSource(strings = {"jvm", "native"})
  void theImageRunsAsTheUserThatTheChartExpects(String kind) {
    var pod = Chart.rendered().pods().getFirst().get("securityContext");
    String expected = pod.get("runAsUser").asText() + ":" + pod.get("runAsGroup").asText();

    // Numbers, because the kubelet cannot see whether a name is root.
    assertThat(instructions(kind, "USER")).containsExactly("USER " + expected);
    assertThat(expected).matches("[1-9][0-9]+:[1-9][0-9]+");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jvm", "native"})
  void theServiceItselfGetsTheSignals(String kind) {
    assertThat(instructions(kind, "ENTRYPOINT"))
        .singleElement()
        .matches(line -> line.startsWith("ENTRYPOINT [\""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"jvm", "native"})
  void whatRunsOutOfMemoryEnds(String kind) {
    assertThat(instructions(kind, "ENTRYPOINT").getFirst())
        .contains("\"-XX:+ExitOnOutOfMemoryError\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jvm", "native"})
  void onlyWhatIsCopiedIsSentToTheBuilder(String kind) {
    List<String> ignore = dockerfile(kind + ".Dockerfile.dockerignore").lines().toList();

    assertThat(ignore).first().isEqualTo("*");
    assertThat(ignore.subList(1, ignore.size()))
        .hasSize(2)
        .allMatch(line -> line.matches("!(\\*-service|migrations)/target/.+"));
  }

  /**
   * What a Dockerfile copies from the builds of the programs, in which SERVICE is yet to be named.
   */
  static Stream<String> copied(String kind) {
    return instructions(kind, "COPY").stream()
        .filter(line -> !line.contains("--from"))
        .map(line -> line.replaceAll("COPY (--\\S+ )*(\\S+) .*", "$2"));
  }

  private static List<String> instructions(String kind, String instruction) {
    return dockerfile(kind + ".Dockerfile")
        .lines()
        .filter(line -> line.startsWith(instruction + " "))
        .toList();
  }

  private static String dockerfile(String name) {
    return Chart.read(Chart.REPOSITORY.resolve("docker").resolve(name));
  }
}
