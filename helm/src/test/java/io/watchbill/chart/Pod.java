package io.watchbill.chart;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A container of the chart, run as a process: its environment is exactly what the chart says and
 * nothing of this machine's.
 */
final class Pod implements AutoCloseable {
  private static final Probe PROBE = new Probe();
  private final JsonNode container;
  private final Process process;
  private final Path log;

  private Pod(JsonNode container, Process process, Path log) {
    this.container = container;
    this.process = process;
    this.log = log;
  }

  /**
   * Starts it.
   *
   * @param instead variables with values of this machine, where those of a cluster do not fit
   */
  static Pod start(Manifests installation, JsonNode container, Map<String, String> instead) {
    try {
      Path log = Files.createTempFile(container.get("name").asText(), ".log");
      ProcessBuilder builder =
          new ProcessBuilder(program(PackagedService.of(container)))
              .directory(Files.createTempDirectory("pod").toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile());
      builder.environment().clear();
      builder.environment().putAll(environment(installation, container));
      builder.environment().putAll(instead);
      return new Pod(container, builder.start(), log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code incident}, {@code rotation} or {@code escalation}. */
  String service() {
    return PackagedService.of(container).name();
  }

  /** Waits until all probes of the container get what they ask for at an address. */
  void awaitProbes(String address) {
    for (String name : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
      String path = container.at("/" + name + "/httpGet/path").asText();
      await()
          .atMost(90, SECONDS)
          .failFast("it has ended", () -> assertThat(isRunning()).as(this::log).isTrue())
          .untilAsserted(() -> assertThat(PROBE.get(address + path, "")).isEqualTo(200));
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

  /** Executables where the script has found some that are up to date, else what the JVM runs. */
  private static List<String> program(PackagedService built) {
    if ("true".equals(System.getenv("WATCHBILL_NATIVE"))) {
      return List.of(built.executable().toString(), "-Xmx256m");
    }
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx256m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-jar",
        built.built("quarkus-app/quarkus-run.jar").toString());
  }

  /** What the chart says to a container, with the values of its Secrets. */
  static Map<String, String> environment(Manifests installation, JsonNode container) {
    Map<String, String> values = new LinkedHashMap<>();
    Manifests.env(container)
        .forEach((name, entry) -> values.put(name, expanded(value(installation, entry), values)));
    return values;
  }

  /** With the variables before it in the place of {@code $(NAME)}, as a kubelet does. */
  private static String expanded(String value, Map<String, String> before) {
    return Pattern.compile("\\$\\((\\w+)\\)")
        .matcher(value)
        .replaceAll(
            name -> Matcher.quoteReplacement(before.getOrDefault(name.group(1), name.group())));
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
