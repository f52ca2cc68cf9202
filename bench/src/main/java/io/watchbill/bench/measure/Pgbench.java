package io.watchbill.bench.measure;

import io.watchbill.bench.fleet.Fleet;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The peer of the intake: pgbench writes the same rows into the same Postgres. */
final class Pgbench {
  private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");

  /** As many as the incident-service has connections. */
  static final int CLIENTS = 20;

  private final Fleet fleet;
  private final String resource;

  Pgbench(Fleet fleet, String script) {
    this.fleet = fleet;
    this.resource = script + ".pgbench.sql";
  }

  /** Transactions a second; empty where pgbench is not installed. */
  OptionalDouble run(Duration time, int clients) {
    Optional<Path> program = program();
    if (program.isEmpty()) {
      return OptionalDouble.empty();
    }
    try {
      Path script = Files.createTempFile("watchbill", ".pgbench.sql");
      try (InputStream text = Pgbench.class.getResourceAsStream(resource)) {
        Files.write(script, text.readAllBytes());
      }
      ProcessBuilder builder =
          new ProcessBuilder(
                  program.get().toString(),
                  "--no-vacuum",
                  "--protocol=prepared",
                  "--file=" + script,
                  "--client=" + clients,
                  "--jobs=2",
                  "--time=" + time.toSeconds(),
                  "--host=127.0.0.1",
                  "--port=" + fleet.postgresPort(),
                  "--username=watchbill_owner",
                  "watchbill")
              .redirectErrorStream(true);
      builder.environment().put("PGPASSWORD", fleet.ownerPassword());
      Process process = builder.start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      Files.delete(script);
      Matcher matcher = TPS.matcher(output);
      if (!matcher.find()) {
        throw new IllegalStateException("pgbench said: " + output);
      }
      return OptionalDouble.of(Double.parseDouble(matcher.group(1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Path> program() {
    return Stream.concat(
            Stream.of(System.getenv("PATH").split(":")).map(Path::of),
            Stream.of("18", "17", "16", "15").map(v -> Path.of("/usr/lib/postgresql", v, "bin")))
        .map(directory -> directory.resolve("pgbench"))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
