package io.watchbill.systemtests;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.watchbill.laptop.DataDirectory;
import io.watchbill.laptop.Installation;
import io.watchbill.laptop.SecretFiles;
import io.watchbill.laptop.api.Api;
import io.watchbill.laptop.postgres.PostmasterFile;
import io.watchbill.laptop.process.Processes;
import io.watchbill.laptop.service.Service;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * A whole installation of its own: launcher, Postgres and the three services as real processes, on
 * free ports, with data under {@code target}. One is shared by all tests; each test makes its own
 * team in it.
 */
final class Sandbox implements AutoCloseable {
  private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
  private static Sandbox shared;

  private final Installation installation;
  private final int portBase;
  private final Map<String, String> environment;
  private Process launcher;

  private Sandbox(Path data, int portBase, Map<String, String> environment) {
    this.installation = new Installation(new DataDirectory(data));
    this.portBase = portBase;
    this.environment = environment;
  }

  /** The one that all tests share, with tracing turned on; started by the first of them. */
  static synchronized Sandbox shared() throws Exception {
    if (shared == null) {
      Map<String, String> environment = new HashMap<>(Mailbox.shared().environment());
      environment.putAll(SpanCollector.shared().environment());
      shared = new Sandbox(freshData("shared"), FreePorts.base(), environment);
      Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
      shared.up();
    }
    return shared;
  }

  /** One for a test that would disturb others; the test closes it. */
  static Sandbox own(String name) throws Exception {
    Sandbox own = new Sandbox(freshData(name), FreePorts.base(), Mailbox.shared().environment());
    own.up();
    return own;
  }

  /** A directory under {@code target} that holds nothing from an earlier run. */
  static Path freshData(String name) throws IOException {
    Path data = Path.of("target", "data", name).toAbsolutePath();
    Installation earlier = new Installation(new DataDirectory(data));
    Script.in(HOME).run("down", "--data", data.toString());
    earlier.data().delete();
    Files.createDirectories(data.getParent());
    return data;
  }

  /** Starts it as {@code ./watchbill up} does, and waits until everything is ready. */
  void up() throws IOException {
    launcher =
        Script.in(HOME)
            .with(environment)
            .start(
                data().resolveSibling(data().getFileName() + ".log"),
                "up",
                "--port-base",
                String.valueOf(portBase),
                "--data",
                data().toString());
    await()
        .atMost(120, SECONDS)
        .until(
            () -> {
              assertThat(launcher.isAlive()).as("launcher, see its log in target/data").isTrue();
              return installation.isReady();
            });
  }

  Path data() {
    return installation.data().root();
  }

  /** Speaks to a service with the admin key. */
  Api api(Service service) {
    return installation.api(service);
  }

  String adminKey() {
    return installation.credentials().adminKey();
  }

  /** The one address of all three services. */
  URI address() {
    return installation.ports().orElseThrow().address();
  }

  URI address(Service service) {
    return service.address(installation.ports().orElseThrow());
  }

  ProcessHandle process(Service service) {
    return installation.mark(service).find().orElseThrow();
  }

  ProcessHandle postgres() {
    return new PostmasterFile(installation.data().postgres()).server().orElseThrow();
  }

  Path postgresData() {
    return installation.data().postgres();
  }

  /** A connection of Postgres's superuser. */
  Connection superuser() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:%d/watchbill"
            .formatted(installation.ports().orElseThrow().postgres()),
        "postgres",
        installation.credentials().superuserPassword());
  }

  ProcessHandle launcher() {
    return installation.launcher().find().orElseThrow();
  }

  boolean isRunning() {
    return installation.isRunning();
  }

  SecretFiles secrets() {
    return installation.secrets();
  }

  /** Ends a service in an orderly way; returns when it runs again, with what its files say now. */
  void restart(Service service) {
    ProcessHandle before = process(service);
    Processes.end(before, Duration.ofSeconds(30));
    Api health = Api.withoutKey(address(service));
    await()
        .atMost(60, SECONDS)
        .ignoreExceptions()
        .until(
            () ->
                process(service).pid() != before.pid()
                    && health.get("/q/health/ready").status() == 200);
  }

  /** {@code kill -9}. */
  static void kill(ProcessHandle process) {
    process.destroyForcibly();
    assertThat(Processes.awaitEnd(process, Duration.ofSeconds(10))).isTrue();
  }

  /** Does something while nothing that dies is started again: the launcher is held still. */
  <T> T withoutRestarts(Callable<T> work) throws Exception {
    ProcessHandle held = launcher();
    Processes.signal(held, "STOP");
    try {
      return work.call();
    } finally {
      Processes.signal(held, "CONT");
    }
  }

  @Override
  public void close() {
    if (launcher != null) {
      Processes.end(launcher.toHandle(), Duration.ofSeconds(30));
    }
  }
}
