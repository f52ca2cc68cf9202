package io.watchbill.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The tools of Prometheus and Alertmanager that read their files; a test ends where they are not.
 */
final class PrometheusTools {
  private PrometheusTools() {}

  /** Fails where there is a fault in a file of rules. */
  static void checkRules(Path rules) throws IOException, InterruptedException {
    check("prometheus", "promtool", "check", "rules", rules.toString());
  }

  /** Fails where there is a fault in a configuration of Alertmanager. */
  static void checkAlertmanager(Path configuration) throws IOException, InterruptedException {
    check("prometheus-alertmanager", "amtool", "check-config", configuration.toString());
  }

  private static void check(String debian, String... command)
      throws IOException, InterruptedException {
    boolean installed =
        Arrays.stream(System.getenv("PATH").split(":", -1))
            .anyMatch(place -> Files.isExecutable(Path.of(place, command[0])));
    String missing = command[0] + " is not installed (Debian: apt-get install " + debian + ")";
    if (!installed && "true".equals(System.getenv("CI"))) {
      fail(missing);
    }
    assumeTrue(installed, missing);
    Process process = new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(said).isZero();
  }
}
