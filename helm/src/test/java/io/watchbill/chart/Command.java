package io.watchbill.chart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A command that has ended.
 *
 * @param words the command itself
 * @param status its exit status
 * @param out what it wrote to its standard output
 * @param complaints what it wrote to its standard error
 */
record Command(List<String> words, int status, String out, String complaints) {

  /**
   * Runs a command, and ends it when it takes too long.
   *
   * @param environment variables beside those of this process
   * @param input what it reads from its standard input
   */
  static Command run(
      Map<String, String> environment, String input, Duration patience, List<String> words) {
    try {
      Path files = Files.createTempDirectory("command");
      Path in = Files.writeString(files.resolve("in"), input);
      Path out = files.resolve("out");
      Path complaints = files.resolve("err");
      ProcessBuilder builder =
          new ProcessBuilder(words)
              .redirectInput(in.toFile())
              .redirectOutput(out.toFile())
              .redirectError(complaints.toFile());
      builder.environment().putAll(environment);
      Process process = builder.start();
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException(
            String.join(" ", words) + " does not end:\n" + Chart.read(complaints));
      }
      return new Command(words, process.exitValue(), Chart.read(out), Chart.read(complaints));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  boolean succeeded() {
    return status == 0;
  }

  /** What it wrote; fails unless it succeeded. */
  String output() {
    if (!succeeded()) {
      throw new IllegalStateException(
          String.join(" ", words) + " ended with " + status + ":\n" + out + complaints);
    }
    return out;
  }
}
