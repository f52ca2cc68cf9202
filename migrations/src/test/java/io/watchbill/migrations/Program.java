package io.watchbill.migrations;

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
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * The packaged program (its jar or its executable) as a process: its environment is what is given,
 * and nothing of this machine's.
 */
final class Program implements AutoCloseable {
  private static final Path TARGET = Path.of("target");
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Process process;
  private final Path log;

  private Program(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  static Program start(Map<String, String> environment) {
    try {
      Path log = Files.createTempFile("migrations", ".log");
      ProcessBuilder builder =
          new ProcessBuilder(command()).redirectErrorStream(true).redirectOutput(log.toFile());
      builder.environment().clear();
      builder.environment().put("WATCHBILL_LOG_JSON", "false");
      builder.environment().putAll(environment);
      return new Program(builder.start(), log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The exit status, when it ends in time. */
  int status() throws InterruptedException {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("does not end: " + log());
    }
    return process.exitValue();
  }

  /** What it has logged so far. */
  List<String> log() {
    try (Stream<String> lines = Files.lines(log)) {
      return lines.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for a line that contains a text. */
  void awaitLine(String text) {
    long begin = System.nanoTime();
    while (log().stream().noneMatch(line -> line.contains(text))) {
      if (!process.isAlive() || System.nanoTime() - begin > PATIENCE.toNanos()) {
        throw new AssertionError("does not say '" + text + "': " + log());
      }
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }

  private static List<String> command() {
    Properties artifact = new Properties();
    try (InputStream in = Files.newInputStream(TARGET.resolve("quarkus-artifact.properties"))) {
      artifact.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("the program is not packaged", e);
    }
    String path = TARGET.resolve(artifact.getProperty("path")).toAbsolutePath().toString();
    if (artifact.getProperty("type").equals("native")) {
      return List.of(path);
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-jar", path));
    return command;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
