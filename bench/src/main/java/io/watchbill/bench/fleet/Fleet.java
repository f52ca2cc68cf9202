package io.watchbill.bench.fleet;

import io.watchbill.database.EmbeddedDatabase;
import io.watchbill.laptop.Credentials;
import io.watchbill.laptop.Ports;
import io.watchbill.laptop.SecretFiles;
import io.watchbill.laptop.api.Api;
import io.watchbill.laptop.service.Service;
import io.watchbill.laptop.service.ServiceCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Any number of replicas of each service as real processes, each service behind a balancer, over a
 * real Postgres that keeps what it has committed.
 */
public final class Fleet implements AutoCloseable {
  private static final String DATABASE = "watchbill";

  /** Over how many servers. */
  public enum Servers {
    ONE,
    /** A second one holds every answered commit, and takes over when the first is lost. */
    WITH_STANDBY
  }

  private final Release release;
  private final Path data;
  private final Ports ports;
  private final Credentials credentials;
  private final Map<String, String> extra;
  private final List<Replica> replicas = new ArrayList<>();
  private final List<Balancer> balancers = new ArrayList<>();
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(1))
          .build();
  private final Postgres postgres;

  /**
   * Prepares a fleet; {@link #start} starts it.
   *
   * @param release that is started
   * @param data directory for everything of this run
   * @param portBase the balancers listen at this port and the next two, Postgres at the one after
   *     (with a standby the two servers at the two after that)
   * @param servers of Postgres
   * @param extra environment of every replica, beside what the laptop gives
   */
  public Fleet(
      Release release, Path data, int portBase, Servers servers, Map<String, String> extra) {
    this.release = release;
    this.data = data;
    this.ports = new Ports(portBase);
    this.extra = Map.copyOf(extra);
    try {
      for (String part : List.of("secrets", "logs", "binaries")) {
        Files.createDirectories(data.resolve(part));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.credentials = new Credentials(new SecretFiles(data.resolve("secrets")));
    String password = credentials.superuserPassword();
    this.postgres =
        switch (servers) {
          case ONE -> Postgres.single(data, ports.postgres(), password);
          case WITH_STANDBY -> Postgres.withStandby(data, ports.postgres(), password);
        };
  }

  /**
   * Starts everything and returns when it is ready.
   *
   * @param count replicas of each service
   * @param ofLast added to the environment of the last replica of each service, may be empty
   */
  public void start(int count, Map<String, String> ofLast) {
    startDatabase();
    for (Service service : Service.values()) {
      List<Integer> at = new ArrayList<>();
      for (int number = 1; number <= count; number++) {
        Replica replica = replica(service, number, number == count ? ofLast : Map.of());
        replicas.add(replica);
        at.add(replica.port());
      }
      balancers.add(new Balancer(service.port(ports), at));
    }
    for (int number = 1; number <= count; number++) {
      // Not all at once: a small machine would then start none of them in time.
      List<Replica> these = numbered(number);
      these.forEach(Replica::start);
      these.forEach(this::awaitReady);
    }
  }

  /** Starts Postgres alone, with all the schemas. */
  public void startDatabase() {
    EmbeddedDatabase server = postgres.start();
    server.prepare(DATABASE, credentials.databasePasswords());
    migrate(server, release);
    postgres.startStandby();
  }

  /** Migrates all schemas to those of another release, while everything runs. */
  public void migrate(Release to) {
    migrate(postgres.server(), to);
  }

  private void migrate(EmbeddedDatabase server, Release to) {
    server.migrate(DATABASE, ownerPassword(), to.migrations());
  }

  /** Stops a replica as Kubernetes does, and starts it as another release. */
  public void replace(Replica replica, Release by) {
    replica.terminate();
    replica.become(line(by, replica.service()));
    replica.start();
    awaitReady(replica);
  }

  private List<Replica> numbered(int number) {
    return replicas.stream().filter(replica -> replica.name().endsWith("-" + number)).toList();
  }

  private Replica replica(Service service, int number, Map<String, String> own) {
    int port = ports.base() + 10 * number + service.ordinal();
    ServiceCommand template =
        new ServiceCommand(release.home(), ports, credentials, release.program());
    Map<String, String> environment = new HashMap<>(template.environment(service));
    // Not behind the laptop's one address.
    environment.put("WATCHBILL_PUBLIC_URL", address(service).toString());
    environment.put("WATCHBILL_HTTP_BEHIND_PROXY", "false");
    environment.putAll(extra);
    environment.putAll(own);
    environment.put("QUARKUS_HTTP_PORT", String.valueOf(port));
    return new Replica(
        service,
        number,
        port,
        line(release, service),
        environment,
        data.resolve("logs").resolve(service.word() + "-" + number + ".log"));
  }

  private static List<String> line(Release release, Service service) {
    return release
        .program()
        .line(
            release.home(),
            service,
            List.of(
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.net.preferIPv4Stack=true"));
  }

  /** The replicas of all services. */
  public List<Replica> replicas() {
    return List.copyOf(replicas);
  }

  /** The only or first replica of a service. */
  public Replica replica(Service service) {
    return replicas.stream().filter(r -> r.service() == service).findFirst().orElseThrow();
  }

  /** Where a service is reached, through its balancer. */
  public URI address(Service service) {
    return service.address(ports);
  }

  /** Speaks to a service with the key that may do everything. */
  public Api api(Service service) {
    return new Api(address(service), credentials.adminKey());
  }

  /** Address of the database for JDBC, as the owner. */
  public String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/" + DATABASE;
  }

  /** The key that may do everything. */
  public String adminKey() {
    return credentials.adminKey();
  }

  public int postgresPort() {
    return ports.postgres();
  }

  public String ownerPassword() {
    return credentials.databasePassword(io.watchbill.database.DatabaseRole.OWNER);
  }

  /** Postgres's own superuser, who may do what the owner of the schemas may not. */
  public String superuserPassword() {
    return credentials.superuserPassword();
  }

  /** Returns whether a replica says that it can serve. */
  public boolean isReady(Replica replica) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + replica.port() + "/q/health/ready"))
            .timeout(Duration.ofSeconds(3))
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Waits until a replica can serve, for three minutes at most: the machine may be busy. */
  public void awaitReady(Replica replica) {
    long deadline = System.nanoTime() + Duration.ofMinutes(3).toNanos();
    while (!isReady(replica)) {
      if (System.nanoTime() > deadline || !replica.isAlive()) {
        throw new IllegalStateException(
            replica.name() + " did not become ready; see its log in " + data.resolve("logs"));
      }
      pause(Duration.ofMillis(20));
    }
  }

  /** Processor time of all services and of Postgres so far, in seconds. */
  public double cpuSeconds() {
    return postgres.cpuSeconds() + replicas().stream().mapToDouble(Replica::cpuSeconds).sum();
  }

  /** kill -9 of the database server. */
  public void killPostgres() {
    postgres.kill();
  }

  /** Starts Postgres again on the data that it left. */
  public void restartPostgres() {
    postgres.restart();
  }

  /** kill -9 of the database server for good; its standby takes its place. */
  public void failOverPostgres() {
    postgres.failOver();
  }

  /** From now on each statement to the database and its answer are so much longer under way. */
  public void slowPostgres(Duration roundTrip) {
    postgres.roundTrip(roundTrip);
  }

  /** Below it lies all that the fleet keeps. */
  public Path data() {
    return data;
  }

  /** Lets time pass. */
  public static void pause(Duration duration) {
    try {
      TimeUnit.NANOSECONDS.sleep(duration.toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    replicas.stream().filter(Replica::isAlive).forEach(Replica::kill);
    try {
      for (Balancer balancer : balancers) {
        balancer.close();
      }
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
