package io.watchbill.bench.fleet;

import static java.util.Objects.requireNonNull;

import io.watchbill.laptop.service.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One process of a service, which can be killed and started again. */
public final class Replica {
  /** As long as Kubernetes waits by the chart's default. */
  private static final Duration LONGEST_END = Duration.ofSeconds(30);

  private final Service service;
  private final int number;
  private final int port;
  private List<String> command;
  private final Map<String, String> environment;
  private final Path log;
  private @Nullable Process process;
  private boolean wanted;

  Replica(
      Service service,
      int number,
      int port,
      List<String> command,
      Map<String, String> environment,
      Path log) {
    this.service = service;
    this.number = number;
    this.port = port;
    this.command = List.copyOf(command);
    this.environment = Map.copyOf(environment);
    this.log = log;
  }

  /** {@code incident-1}. */
  public String name() {
    return service.word() + "-" + number;
  }

  public Service service() {
    return service;
  }

  public int port() {
    return port;
  }

  /** Starts the process; whether it is ready is asked of the fleet. */
  public synchronized void start() {
    ProcessBuilder builder =
        new ProcessBuilder(new ArrayList<>(command))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    try {
      process = builder.start();
      wanted = true;
      process.getOutputStream().close();
    } catch (IOException e) {
      throw new UncheckedIOException(name() + " did not start", e);
    }
  }

  /** kill -9. */
  public synchronized void kill() {
    wanted = false;
    Process ended = started();
    ended.destroyForcibly();
    try {
      ended.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Asks the process to end, and waits until it has. */
  public synchronized void terminate() {
    wanted = false;
    Process ended = started();
    ended.destroy();
    try {
      if (!ended.waitFor(LONGEST_END.toSeconds(), TimeUnit.SECONDS)) {
        throw new IllegalStateException(name() + " did not end within " + LONGEST_END);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Starts as another program from now on. */
  synchronized void become(List<String> line) {
    command = List.copyOf(line);
  }

  /** Starts it again, and answers its exit status, where it has ended and nobody killed it. */
  public synchronized OptionalInt startAgainIfEnded() {
    if (!wanted || started().isAlive()) {
      return OptionalInt.empty();
    }
    int status = started().exitValue();
    start();
    return OptionalInt.of(status);
  }

  /** The process stands still until {@link #goOn} is called; its connections stay open. */
  public void stand() {
    signal("STOP");
  }

  /** Ends a stand-still; the process does not know that there was one. */
  public void goOn() {
    signal("CONT");
  }

  private void signal(String name) {
    try {
      int status = new ProcessBuilder("kill", "-" + name, String.valueOf(pid())).start().waitFor();
      if (status != 0) {
        throw new IllegalStateException("no signal reached " + name());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public synchronized long pid() {
    return started().pid();
  }

  private Process started() {
    return requireNonNull(process, "not started yet");
  }

  public synchronized boolean isAlive() {
    return process != null && process.isAlive();
  }

  /** Processor time used so far, user and system, in seconds (Linux: 100 ticks a second). */
  public double cpuSeconds() {
    return CpuTime.of(pid());
  }

  /** Resident memory in MiB. */
  public double residentMiB() {
    try {
      return Files.readAllLines(Path.of("/proc/" + pid() + "/status")).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
