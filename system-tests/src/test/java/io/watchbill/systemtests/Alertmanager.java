package io.watchbill.systemtests;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.abort;

import io.watchbill.laptop.process.Processes;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A real Prometheus Alertmanager, fired with its own {@code amtool}. Where it is not installed, a
 * person's run leaves these tests out and says so; in continuous integration that is a failure.
 */
final class Alertmanager implements AutoCloseable {
  private static final List<String> NAMES = List.of("prometheus-alertmanager", "alertmanager");

  private final Process process;
  private final int port;
  private final Path log;

  private Alertmanager(Process process, int port, Path log) {
    this.process = process;
    this.port = port;
    this.log = log;
  }

  /** Starts one that posts to the intake with an integration's key. */
  static Alertmanager sendingTo(URI incidentService, String key) throws Exception {
    String program = installed();
    int port = FreePorts.one();
    Path home = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "alertmanager");
    Path config = home.resolve("alertmanager.yml");
    Files.writeString(
        config,
        """
        route:
          receiver: watchbill
          group_by: [alertname]
          group_wait: 1s
          group_interval: 2s
          repeat_interval: 1h
        receivers:
          - name: watchbill
            webhook_configs:
              - url: %s/v1/ingest/alertmanager
                send_resolved: true
                http_config:
                  authorization:
                    credentials: %s
        """
            .formatted(incidentService, key));
    Path log = home.resolve("alertmanager.log");
    Process process =
        new ProcessBuilder(
                program,
                "--config.file=" + config,
                "--storage.path=" + home.resolve("data"),
                "--web.listen-address=127.0.0.1:" + port,
                "--cluster.listen-address=",
                "--log.level=debug")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    Alertmanager alertmanager = new Alertmanager(process, port, log);
    await().atMost(90, SECONDS).until(alertmanager::isReady);
    return alertmanager;
  }

  private static String installed() {
    for (String name : NAMES) {
      for (String place : System.getenv("PATH").split(":", -1)) {
        if (Files.isExecutable(Path.of(place, name))) {
          return name;
        }
      }
    }
    String message =
        "Alertmanager is not installed (Debian: apt-get install prometheus-alertmanager)";
    return "true".equals(System.getenv("CI")) ? fail(message) : abort(message);
  }

  /** An alert begins. */
  void fire(String name, String... labelsAndAnnotations) throws Exception {
    add(name, labelsAndAnnotations);
  }

  /** The alert with these labels is over. */
  void resolve(String name, String... labelsAndAnnotations) throws Exception {
    add(
        name,
        Stream.concat(
                Stream.of("--end=" + Clock.systemUTC().instant()), Stream.of(labelsAndAnnotations))
            .toArray(String[]::new));
  }

  private void add(String name, String... rest) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                "amtool",
                "alert",
                "add",
                "--alertmanager.url=http://127.0.0.1:" + port,
                "alertname=" + name));
    command.addAll(List.of(rest));
    Process tool = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(tool.waitFor()).as(output).isZero();
  }

  /** What it wrote into its log so far. */
  String log() throws IOException {
    return Files.readString(log);
  }

  private boolean isReady() throws InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/-/ready")).build();
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    Processes.end(process.toHandle(), Duration.ofSeconds(5));
  }
}
