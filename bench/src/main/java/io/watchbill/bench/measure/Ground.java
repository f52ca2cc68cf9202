package io.watchbill.bench.measure;

import static java.util.Objects.requireNonNull;

import io.watchbill.bench.fleet.Fleet;
import io.watchbill.bench.fleet.Release;
import io.watchbill.bench.load.WebhookProvider;
import io.watchbill.laptop.api.Api;
import io.watchbill.laptop.service.Program;
import io.watchbill.laptop.service.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The surroundings of a measure: a new fleet over a new Postgres, with a team of two, their
 * rotation, an integration and a policy that pages the first at once and the second an hour later.
 */
final class Ground implements AutoCloseable {
  /** The second step is due so long after the trigger. */
  static final Duration SECOND_STEP = Duration.ofHours(1);

  private static final Duration CALM = Duration.ofMinutes(5);

  private final Path data;
  private final WebhookProvider provider = new WebhookProvider();
  private final Fleet fleet;
  private @Nullable String integrationKey;

  private Ground(BenchOptions options, Program program, Path data) {
    this.data = data;
    this.fleet =
        new Fleet(
            new Release(options.home(), program),
            data,
            options.portBase(),
            Fleet.Servers.ONE,
            Map.of("WATCHBILL_OUTBOUND_ALLOWED_NETWORKS", "127.0.0.0/8"));
  }

  /** A fleet that runs, with the team in it. */
  static Ground start(BenchOptions options, int replicas) {
    return start(options, Program.JAR, replicas);
  }

  /** The same, of jars or of executables. */
  static Ground start(BenchOptions options, Program program, int replicas) {
    Ground ground = bare(options, program);
    try {
      ground.fleet.start(replicas, Map.of());
      ground.allowCheckpoints();
      ground.setUp();
      return ground;
    } catch (RuntimeException e) {
      ground.close();
      throw e;
    }
  }

  /** A fleet that does not run yet. */
  static Ground bare(BenchOptions options) {
    return bare(options, Program.JAR);
  }

  private static Ground bare(BenchOptions options, Program program) {
    Path data = options.data().resolve("run-" + ProcessHandle.current().pid());
    delete(data);
    return new Ground(options, program, data);
  }

  Fleet fleet() {
    return fleet;
  }

  WebhookProvider provider() {
    return provider;
  }

  String integrationKey() {
    return requireNonNull(integrationKey, "nothing is set up yet");
  }

  /** Headers of who may do everything. */
  Map<String, String> asAdmin() {
    return Map.of("Authorization", "Bearer " + fleet.adminKey());
  }

  /** A connection as the owner of all schemas. */
  Connection connect() {
    try {
      return DriverManager.getConnection(fleet.jdbcUrl(), "watchbill_owner", fleet.ownerPassword());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A measure begins with all pages written: no checkpoint of what was prepared falls into it. */
  private void allowCheckpoints() {
    try (Connection superuser =
            DriverManager.getConnection(fleet.jdbcUrl(), "postgres", fleet.superuserPassword());
        Statement statement = superuser.createStatement()) {
      statement.execute("GRANT pg_checkpoint TO watchbill_owner");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void setUp() {
    Api rotations = fleet.api(Service.ROTATION);
    Api escalations = fleet.api(Service.ESCALATION);
    for (String person : new String[] {"alice", "bob"}) {
      put(rotations, "/v1/people/" + person, "{\"name\":\"" + person + "\",\"timeZone\":\"UTC\"}");
      put(
          escalations,
          "/v1/contact-methods/" + person + "/hook",
          "{\"kind\":\"webhook\",\"address\":\"" + provider.address() + "\"}");
    }
    put(rotations, "/v1/teams/bench", "{\"name\":\"Bench\",\"members\":[\"alice\",\"bob\"]}");
    put(
        rotations,
        "/v1/rotations/bench",
        """
        {"name":"Bench","team":"bench","timeZone":"UTC","roles":[
          {"name":"primary","layers":[{"name":"standing","turns":[["alice"]]}]},
          {"name":"secondary","layers":[{"name":"standing","turns":[["bob"]]}]}]}
        """);
    put(
        escalations,
        "/v1/policies/bench",
        """
        {"name":"Bench","defaultFor":["bench"],"fallback":true,"steps":[
          {"name":"first","after":"PT0S","notify":[{"rotation":"bench","role":"primary"}]},
          {"name":"second","after":"%s","notify":[{"rotation":"bench","role":"secondary"}]}]}
        """
            .formatted(SECOND_STEP));
    integrationKey =
        fleet
            .api(Service.INCIDENT)
            .post(
                "/v1/integrations",
                "{\"id\":\"bench\",\"name\":\"Bench\",\"kind\":\"alertmanager\",\"team\":\"bench\"}")
            .expectSuccess("integration")
            .path("key")
            .asText();
    awaitFirstPage();
  }

  /** Everything was used once when the first page has come. */
  private void awaitFirstPage() {
    new Webhooks(address(Service.INCIDENT), integrationKey()).send(0, 1);
    long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (provider.taken().isEmpty()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("no page has come within a minute");
      }
      Fleet.pause(Duration.ofMillis(100));
    }
  }

  /** Where the first replica of a service listens, without anything in between. */
  URI address(Service service) {
    return URI.create("http://127.0.0.1:" + fleet.replica(service).port());
  }

  /**
   * Waits until a query has counted nothing for some seconds: what the preparation of a measure has
   * set going is over.
   */
  static void awaitNone(Connection owner, String count) throws SQLException {
    long deadline = System.nanoTime() + CALM.toNanos();
    for (int calm = 0; calm < 5; ) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("not calm within " + CALM + ": " + count);
      }
      Fleet.pause(Duration.ofSeconds(1));
      try (Statement statement = owner.createStatement();
          ResultSet row = statement.executeQuery(count)) {
        row.next();
        calm = row.getLong(1) == 0 ? calm + 1 : 0;
      }
    }
  }

  private static void put(Api api, String path, String body) {
    api.put(path, body).expectSuccess(path);
  }

  @Override
  public void close() {
    fleet.close();
    provider.close();
    delete(data);
  }

  private static void delete(Path directory) {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
