package io.watchbill.laptop.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Remembers a process in a file, by its number and the instant it started, so that a number that
 * was given to another process since is not taken for ours.
 */
public record ProcessMark(Path file) {
  private static final Duration TOLERANCE = Duration.ofSeconds(2);

  /** Writes the mark of a living process. */
  public void write(ProcessHandle process) {
    String started = process.info().startInstant().map(Instant::toString).orElse("");
    try {
      Path unfinished = file.resolveSibling(file.getFileName() + ".new");
      Files.writeString(unfinished, process.pid() + "\n" + started + "\n");
      Files.move(
          unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the marked process, if it is alive. */
  public Optional<ProcessHandle> find() {
    try {
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      List<String> lines = Files.readAllLines(file);
      if (lines.size() < 2 || lines.get(1).isEmpty()) {
        return Optional.empty();
      }
      Instant started = Instant.parse(lines.get(1));
      return ProcessHandle.of(Long.parseLong(lines.get(0)))
          .filter(Processes::isRunning)
          .filter(process -> startedAt(process, started));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes the mark. */
  public void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean startedAt(ProcessHandle process, Instant started) {
    return process
        .info()
        .startInstant()
        .map(actual -> Duration.between(actual, started).abs().compareTo(TOLERANCE) <= 0)
        .orElse(false);
  }
}
