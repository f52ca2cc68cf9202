package io.watchbill.laptop.errors;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.kit.problem.ErrorCode;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Holds the catalogue of errors against the code; writes what it should be to {@code target}. */
class ErrorCatalogueTest {
  private static final Path HELP = Path.of("src/test/resources/errors.properties");
  private static final Path PAGE = Path.of("../docs/errors.md");
  private static final Path SERVED =
      Path.of("../service-kit/src/main/resources/META-INF/resources/errors.html");

  @Test
  void everyErrorIsExplainedAndNothingElse() throws IOException {
    assertThat(help().keySet()).containsExactlyInAnyOrderElementsOf(codes());
  }

  @Test
  void aCodeHasOneMeaning() {
    assertThat(codes()).doesNotHaveDuplicates();
  }

  @Test
  void theDocumentationIsUpToDate() throws IOException {
    String expected = new ErrorCatalogue(help()).markdown();
    Files.writeString(Path.of("target/errors.md"), expected);

    assertThat(Files.readString(PAGE))
        .as("cp laptop/target/errors.md docs/errors.md")
        .isEqualTo(expected);
  }

  @Test
  void thePageThatIsServedIsUpToDate() throws IOException {
    String expected = new ErrorCatalogue(help()).html();
    Files.writeString(Path.of("target/errors.html"), expected);

    assertThat(Files.readString(SERVED))
        .as("cp laptop/target/errors.html service-kit/src/main/resources/META-INF/resources/")
        .isEqualTo(expected);
  }

  private static List<String> codes() {
    return ErrorCatalogue.codes().values().stream()
        .flatMap(List::stream)
        .map(ErrorCode::code)
        .toList();
  }

  private static Map<String, String> help() throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(HELP)) {
      properties.load(reader);
    }
    Map<String, String> help = new LinkedHashMap<>();
    properties.stringPropertyNames().forEach(code -> help.put(code, properties.getProperty(code)));
    return help;
  }
}
