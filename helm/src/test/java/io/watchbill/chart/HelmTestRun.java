package io.watchbill.chart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One run of the chart's {@code files/test.sh}.
 *
 * @param status 0 when an alert became a page
 * @param log what it said
 */
record HelmTestRun(int status, String log) {

  static HelmTestRun of(Map<String, String> environment) throws IOException, InterruptedException {
    Path log = Files.createTempFile("helm-test", ".log");
    ProcessBuilder builder =
        new ProcessBuilder("sh", Chart.DIRECTORY.resolve("files/test.sh").toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    if (!process.waitFor(120, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("does not end:\n" + Chart.read(log));
    }
    return new HelmTestRun(process.exitValue(), Chart.read(log));
  }
}
