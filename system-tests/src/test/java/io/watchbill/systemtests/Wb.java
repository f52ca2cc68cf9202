package io.watchbill.systemtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs the program {@code wb} as a process of its own, without a terminal. */
record Wb(List<String> options, Map<String, String> environment) {
  private static final Path JAR = Path.of("../cli/target/wb.jar").toAbsolutePath().normalize();

  /** How a run ended, and what it printed. */
  record Run(int status, String out, String err) {}

  /** One for an installation on this machine, with its admin's key. */
  static Wb of(Sandbox sandbox) {
    return new Wb(List.of("--data", sandbox.data().toString()), Map.of());
  }

  /** One for an address. */
  static Wb at(String url) {
    return new Wb(List.of("--url", url), Map.of());
  }

  Wb with(String variable, String value) {
    Map<String, String> more = new HashMap<>(environment);
    more.put(variable, value);
    return new Wb(options, more);
  }

  static String[] with(String[] command, String... more) {
    String[] all = Arrays.copyOf(command, command.length + more.length);
    System.arraycopy(more, 0, all, command.length, more.length);
    return all;
  }

  Run run(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx64m"));
    command.addAll(List.of("-jar", JAR.toString()));
    command.addAll(Arrays.asList(arguments));
    command.addAll(options);
    try {
      Path err = Files.createTempFile("wb", ".err");
      ProcessBuilder builder = new ProcessBuilder(command).redirectError(err.toFile());
      builder.environment().put("XDG_CONFIG_HOME", Path.of("target").toAbsolutePath().toString());
      builder.environment().put("LC_ALL", "C.UTF-8");
      builder.environment().putAll(environment);
      Process process = builder.start();
      process.getOutputStream().close();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      Run run = new Run(process.waitFor(), out, Files.readString(err));
      Files.delete(err);
      return run;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
