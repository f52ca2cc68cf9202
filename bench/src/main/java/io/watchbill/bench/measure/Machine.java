package io.watchbill.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The machine on which the figures were measured. */
final class Machine {
  private static final List<String> SETTINGS =
      List.of(
          "fsync",
          "synchronous_commit",
          "full_page_writes",
          "shared_buffers",
          "max_wal_size",
          "max_connections");

  /** Fields of the line {@code cpu}: user, nice, system, irq, softirq. */
  private static final int[] USED = {1, 2, 3, 6, 7};

  private Machine() {}

  /** One line, read from the machine and from a Postgres that runs as the fleets' do. */
  static String describe(Connection connection) {
    return "%s, %d cores, %s; JDK %s (%s); Postgres %s, embedded: %s. Load, services and Postgres share the cores."
        .formatted(
            processor(),
            Runtime.getRuntime().availableProcessors(),
            memory(),
            Runtime.version(),
            System.getProperty("java.vm.name"),
            show(connection, "server_version"),
            SETTINGS.stream()
                .map(name -> name + "=" + show(connection, name))
                .collect(Collectors.joining(", ")));
  }

  /** Processor time that all processes of the machine have used, in seconds (100 ticks each). */
  static double cpuSeconds() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/stat"))) {
      String[] ticks = lines.findFirst().orElseThrow().split(" +");
      long used = 0;
      for (int field : USED) {
        used += Long.parseLong(ticks[field]);
      }
      return used / 100.0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String show(Connection connection, String setting) {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SHOW " + setting)) {
      row.next();
      return row.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String processor() {
    return first("/proc/cpuinfo", "model name").orElse(System.getProperty("os.arch"));
  }

  private static String memory() {
    return first("/proc/meminfo", "MemTotal")
        .map(text -> Math.round(Double.parseDouble(text.replaceAll("[^0-9]", "")) / 1e6) + " GB")
        .orElse("memory unknown");
  }

  private static Optional<String> first(String file, String key) {
    try {
      return Files.readAllLines(Path.of(file)).stream()
          .filter(line -> line.startsWith(key))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
