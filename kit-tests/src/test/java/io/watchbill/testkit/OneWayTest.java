package io.watchbill.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules for what all services do in one way, read from their sources. */
class OneWayTest {
  private static final Path ROOT = Path.of("..");

  /**
   * Policy texts add lines to violations; policy tests list tests that failed; the editor of
   * schedules shows each at its field.
   */
  @Test
  void violationsAreCollectedByTheKit() {
    assertThat(sourcesWith("<Violation>"))
        .containsExactlyInAnyOrder(
            "PolicyText.java", "PolicyTester.java", "Faults.java", "EditorPage.java");
  }

  /** Responses and examples of operations stand in each service's META-INF/operations.yaml. */
  @Test
  void resourcesNeedNoAnnotationsForResponses() {
    assertThat(sourcesWith("@(APIResponse|RequestBody|ExampleObject|Content)\\b")).isEmpty();
  }

  private static List<String> sourcesWith(String pattern) {
    Pattern wanted = Pattern.compile(pattern);
    return Stream.of("incident-service", "rotation-service", "escalation-service")
        .map(service -> ROOT.resolve(service).resolve("src/main/java"))
        .flatMap(OneWayTest::sources)
        .filter(file -> wanted.matcher(text(file)).find())
        .map(file -> file.getFileName().toString())
        .toList();
  }

  private static Stream<Path> sources(Path directory) {
    try (Stream<Path> all = Files.walk(directory)) {
      return all.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
