package io.watchbill.chart;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * A container of the chart, run as a process: its environment is exactly what the chart says and
 * nothing of this machine's.
 */
final class Pod implements AutoCloseable {
  private final Process process;
  private final Path log;

  private Pod(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Starts it.
   *
   * @param instead variables with values of this machine, where those of a cluster do not fit
   */
  static Pod start(Manifests installation, JsonNode container, Map<String, String> instead) {
    String service = container.get("name").asText().replaceFirst("-.*", "");
    Path program = new PackagedService(service).built("quarkus-app/quarkus-run.jar");
    try {
      Path log = Files.createTempFile(container.get("name").asText(), ".log");
      ProcessBuilder builder =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx256m",
                  "-XX:+UseSerialGC",
                  "-XX:TieredStopAtLevel=1",
                  "-jar",
                  program.toString())
              .directory(Files.createTempDirectory("pod").toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile());
      builder.environment().clear();
      builder.environment().putAll(environment(installation, container));
      builder.environment().putAll(instead);
      return new Pod(builder.start(), log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The exit status, when it ends in time. */
  int exitStatus() throws InterruptedException {
    if (!process.waitFor(90, TimeUnit.SECONDS)) {
      throw new AssertionError("does not end:\n" + log());
    }
    return process.exitValue();
  }

  boolean isRunning() {
    return process.isAlive();
  }

  String log() {
    return Chart.read(log);
  }

  /** As a kubelet ends it: asks, and loses patience after the time of grace. */
  int end() throws InterruptedException {
    process.destroy();
    return exitStatus();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private static Map<String, String> environment(Manifests installation, JsonNode container) {
    Map<String, String> values = new LinkedHashMap<>();
    Manifests.env(container).forEach((name, entry) -> values.put(name, value(installation, entry)));
    return values;
  }

  private static String value(Manifests installation, JsonNode entry) {
    JsonNode secret = entry.at("/valueFrom/secretKeyRef");
    if (entry.has("value")) {
      return entry.get("value").asText();
    }
    if (secret.isObject()) {
      String data =
          installation
              .one("Secret", secret.get("name").asText())
              .get("data")
              .get(secret.get("key").asText())
              .asText();
      return new String(Base64.getDecoder().decode(data), StandardCharsets.UTF_8);
    }
    return UUID.randomUUID().toString(); // metadata.uid
  }
}
