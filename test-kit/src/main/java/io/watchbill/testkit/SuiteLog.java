package io.watchbill.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Writes all that the services under test log, ours from DEBUG on, into one file for the whole
 * suite of a module, whatever profiles its tests start; and looks for secrets in it.
 */
public final class SuiteLog implements QuarkusTestResourceLifecycleManager {
  private static final Path LOG = Path.of("target", "suite.log");
  static final String PACKAGED = "watchbill.test.packaged";
  private static final String BEGUN = "watchbill.test.log-begun";

  @Override
  public Map<String, String> start() {
    // A packaged service keeps the log file in which its launcher looks for its address.
    if (Boolean.getBoolean(PACKAGED)) {
      return Map.of("quarkus.log.file.json.enabled", "false");
    }
    if (System.getProperty(BEGUN) == null) {
      System.setProperty(BEGUN, "true");
      delete(LOG);
      SeenSecrets.forget();
    }
    return Map.of(
        "quarkus.log.file.enabled", "true",
        "quarkus.log.file.path", LOG.toString(),
        "quarkus.log.file.json.enabled", "false",
        "quarkus.log.file.level", "DEBUG",
        "quarkus.log.file.format", "%d %-5p [%c] (%t) %X %s%e%n",
        "quarkus.log.file.rotation.rotate-on-boot", "false",
        "quarkus.log.file.rotation.max-file-size", "1G",
        "quarkus.log.category.\"io.watchbill\".level", "DEBUG",
        "quarkus.log.console.level", "INFO");
  }

  @Override
  public void stop() {}

  /**
   * Fails if a line has a secret in it. For the last test class of a module: it checks all earlier
   * logs.
   */
  public static void assertWithoutSecrets() {
    needsTheSuite();
    LeakCheck check = new LeakCheck(SeenSecrets.all());
    try (Stream<String> lines = Files.lines(LOG)) {
      assertThat(lines.flatMap(line -> check.leaks(line).stream())).as("secrets in logs").isEmpty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Fails unless the suite logged at DEBUG and its secrets were seen: else nothing is proved. */
  public static void assertThatThereWasSomethingToFind() {
    needsTheSuite();
    assertThat(SeenSecrets.all()).as("secrets of the suite").hasSizeGreaterThan(5);
    try (Stream<String> lines = Files.lines(LOG)) {
      assertThat(lines).anyMatch(line -> line.contains("DEBUG [io.watchbill"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Fails unless some line has this field (see {@code LogContext}). */
  public static void assertSays(String field) {
    needsTheSuite();
    try (Stream<String> lines = Files.lines(LOG)) {
      assertThat(lines).anyMatch(line -> line.matches(".*[{ ,]" + field + "=[^,}]+[,}].*"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Alone, a person's test of the log has nothing to look at; in CI that would be a hole. */
  private static void needsTheSuite() {
    boolean begun = System.getProperty(BEGUN) != null;
    if ("true".equals(System.getenv("CI"))) {
      assertThat(begun).as("the suite wrote its log").isTrue();
    }
    Assumptions.assumeTrue(begun, "no service ran before: run the whole suite");
  }
}
