package io.watchbill.laptop.postgres;

import io.watchbill.laptop.process.Processes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The file {@code postmaster.pid} in a data directory: which server runs on it.
 *
 * <p>After a kill the file stays behind, and its number may belong to another process by then;
 * Postgres would refuse to start. A server that does live must be stopped before another starts on
 * its data.
 */
public final class PostmasterFile {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Path data;

  public PostmasterFile(Path data) {
    this.data = data;
  }

  /** Returns the server that runs on this directory, if there is one. */
  public Optional<ProcessHandle> server() {
    return number().flatMap(ProcessHandle::of).filter(this::isOurs);
  }

  /** Stops the server that runs on this directory; removes the file of one that is gone. */
  public void stopServer() {
    server().ifPresent(PostmasterFile::stop);
    if (server().isEmpty()) {
      delete();
    }
  }

  /** Open connections are cut, what is committed stays: Postgres calls it a fast shutdown. */
  private static void stop(ProcessHandle server) {
    Processes.signal(server, "INT");
    if (!Processes.awaitEnd(server, PATIENCE)) {
      Processes.signal(server, "QUIT");
      Processes.awaitEnd(server, PATIENCE);
    }
  }

  private boolean isOurs(ProcessHandle process) {
    return Processes.isRunning(process)
        && process
            .info()
            .commandLine()
            .map(line -> line.contains("postgres") && line.contains(data.toString()))
            .orElse(false);
  }

  private Optional<Long> number() {
    try {
      if (!Files.exists(file())) {
        return Optional.empty();
      }
      List<String> lines = Files.readAllLines(file());
      return lines.isEmpty()
          ? Optional.empty()
          : Optional.of(Long.parseLong(lines.getFirst().strip()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void delete() {
    try {
      Files.deleteIfExists(file());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file() {
    return data.resolve("postmaster.pid");
  }
}
