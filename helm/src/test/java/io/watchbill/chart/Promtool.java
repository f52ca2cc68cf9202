package io.watchbill.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The tool of Prometheus that reads its language; Debian has it in the package prometheus. */
final class Promtool {
  private Promtool() {}

  /** Fails where it finds a fault in a file of rules; ends the test where there is no such tool. */
  static void checkRules(Path rules) throws IOException, InterruptedException {
    boolean installed =
        Arrays.stream(System.getenv("PATH").split(":", -1))
            .anyMatch(place -> Files.isExecutable(Path.of(place, "promtool")));
    if (!installed && "true".equals(System.getenv("CI"))) {
      fail("promtool is not installed (Debian: apt-get install prometheus)");
    }
    assumeTrue(installed, "promtool is not installed");
    Process process =
        new ProcessBuilder("promtool", "check", "rules", rules.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(said).isZero();
  }
}
