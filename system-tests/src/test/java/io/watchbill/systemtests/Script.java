package io.watchbill.systemtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The script {@code watchbill} as a person calls it; it runs what the build has just made. */
record Script(Path home, Map<String, String> environment) {

  /** What a run printed, and how it ended. */
  record Run(int status, String output) {}

  static Script in(Path home) {
    return new Script(home, Map.of());
  }

  /** The same with more in its environment. */
  Script with(Map<String, String> more) {
    return new Script(home, more);
  }

  /** Runs a command to its end. */
  Run run(String... arguments) {
    try {
      Process process = builder(arguments).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Run(process.waitFor(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Starts a command that stays; the script becomes the launcher, with the same number. */
  Process start(Path output, String... arguments) throws IOException {
    return builder(arguments)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
        .start();
  }

  private ProcessBuilder builder(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(home.resolve("watchbill").toString());
    command.addAll(Arrays.asList(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("WATCHBILL_BUILD", "never");
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().putAll(environment);
    return builder;
  }
}
