package io.watchbill.bench.fleet;

import static java.util.Objects.requireNonNull;

import io.watchbill.database.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One server of Postgres with a data directory of its own; it can be killed and started again. */
final class DatabaseServer {
  static final String SUPERUSER = "postgres";

  private final Path run;
  private final String name;
  private final int port;
  private final String superuserPassword;
  private @Nullable EmbeddedDatabase running;

  /**
   * Nothing is started yet.
   *
   * @param run directory of everything of the run
   * @param name of the data directory below it, and of the log
   */
  DatabaseServer(Path run, String name, int port, String superuserPassword) {
    this.run = run;
    this.name = name;
    this.port = port;
    this.superuserPassword = superuserPassword;
  }

  /** Another server of the same run. */
  DatabaseServer beside(String otherName, int otherPort) {
    return new DatabaseServer(run, otherName, otherPort, superuserPassword);
  }

  EmbeddedDatabase start() {
    EmbeddedDatabase started =
        EmbeddedDatabase.durable(
            data(),
            run.resolve("binaries"),
            run.resolve("logs").resolve(name + ".log"),
            port,
            superuserPassword);
    running = started;
    return started;
  }

  /** kill -9 of the postmaster; its children notice and go. */
  void kill() {
    ProcessHandle postmaster = postmaster();
    postmaster.destroyForcibly();
    postmaster.onExit().join();
    try {
      stop();
    } catch (IOException | RuntimeException e) {
      // Only our hold on the directory is to be given up: there is no server left to stop.
      running = null;
    }
  }

  /** Starts a killed server again on the data that it left. */
  void restart() {
    RuntimeException last = null;
    for (int tries = 0; tries < 20; tries++) {
      try {
        start();
        return;
      } catch (RuntimeException e) {
        // Backends of the killed server may still hold its shared memory for a moment.
        last = e;
        Fleet.pause(Duration.ofMillis(500));
      }
    }
    throw last;
  }

  void stop() throws IOException {
    if (running != null) {
      running.close();
    }
  }

  /** The server as it runs now. */
  EmbeddedDatabase running() {
    return requireNonNull(running, "not started yet");
  }

  /** A connection of the superuser. */
  Connection connect() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/postgres", SUPERUSER, superuserPassword);
  }

  Path data() {
    return run.resolve(name);
  }

  int port() {
    return port;
  }

  String superuserPassword() {
    return superuserPassword;
  }

  /** Processor time of all its processes so far, in seconds. */
  double cpuSeconds() {
    return CpuTime.ofFamily(postmaster());
  }

  private ProcessHandle postmaster() {
    try {
      String pid = Files.readAllLines(data().resolve("postmaster.pid")).getFirst().strip();
      return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
