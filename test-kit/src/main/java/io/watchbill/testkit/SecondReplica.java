package io.watchbill.testkit;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * One more process of the packaged service (its jar or its executable), beside the one that a
 * {@code @QuarkusIntegrationTest} runs, on the same database and with the same settings.
 */
public final class SecondReplica implements AutoCloseable {
  private static final Path TARGET = Path.of("target");
  private static final Path LOG = TARGET.resolve("second-replica.log");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final List<String> SHARED =
      List.of("watchbill.", "quarkus.datasource.", "quarkus.mailer.");

  private static final List<String> QUICK_TO_START =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  private final int port;
  private final Process process;

  private SecondReplica(int port, Process process) {
    this.port = port;
    this.process = process;
  }

  /**
   * Starts a replica and waits until it is ready.
   *
   * @param different settings that it does not share with the first
   */
  public static SecondReplica start(Map<String, String> different) {
    SecondReplica replica = launch(different);
    replica.awaitReady();
    return replica;
  }

  /** Starts a replica, and waits for nothing. */
  public static SecondReplica launch(Map<String, String> different) {
    int port = FreePort.find();
    List<String> command = command(settings(port, different));
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(LOG.toFile())
              .start();
      return new SecondReplica(port, process);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns where it listens. */
  public String url() {
    return "http://localhost:" + port;
  }

  /** Returns the lines that it has logged so far. */
  public List<String> log() {
    try (Stream<String> lines = Files.lines(LOG)) {
      return lines.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** kill -9. */
  public void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  /** Asks it to end; returns whether it did in time. */
  public boolean endsWithin(Duration time) throws InterruptedException {
    process.destroy();
    return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public void close() {
    kill();
  }

  private void awaitReady() {
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .failFast("the second replica ended: target/second-replica.log", () -> !process.isAlive())
        .until(() -> given().get(url() + "/q/health/ready").statusCode() == 200);
  }

  private static List<String> settings(int port, Map<String, String> different) {
    Properties all = new Properties();
    System.getProperties().stringPropertyNames().stream()
        .filter(name -> SHARED.stream().anyMatch(name::startsWith))
        .forEach(name -> all.setProperty(name, System.getProperty(name)));
    different.forEach(all::setProperty);
    all.setProperty("quarkus.http.port", String.valueOf(port));
    return all.stringPropertyNames().stream()
        .map(name -> "-D" + name + "=" + all.getProperty(name))
        .toList();
  }

  private static List<String> command(List<String> settings) {
    Properties artifact = new Properties();
    try (InputStream in = Files.newInputStream(TARGET.resolve("quarkus-artifact.properties"))) {
      artifact.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("the service is not packaged", e);
    }
    String path = TARGET.resolve(artifact.getProperty("path")).toAbsolutePath().toString();
    List<String> command = new ArrayList<>();
    if (artifact.getProperty("type").equals("native")) {
      command.add(path);
      command.addAll(settings);
    } else {
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(settings);
      command.addAll(QUICK_TO_START);
      command.addAll(List.of("-jar", path));
    }
    return command;
  }
}
