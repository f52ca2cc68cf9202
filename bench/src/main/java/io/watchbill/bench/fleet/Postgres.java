package io.watchbill.bench.fleet;

import static java.util.Objects.requireNonNull;

import io.watchbill.database.EmbeddedDatabase;
import io.watchbill.database.SlowProxy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The fleet's database at one address: a single server; or two, of which the second takes over when
 * the first is lost, while the address stays as it is.
 */
final class Postgres implements AutoCloseable {
  /** Until the loss of a server is noticed, and again until somebody decides what to do. */
  private static final Duration REACTION = Duration.ofSeconds(1);

  private final @Nullable SlowProxy address;
  private DatabaseServer primary;
  private @Nullable DatabaseServer standby;

  private Postgres(@Nullable SlowProxy address, DatabaseServer primary) {
    this.address = address;
    this.primary = primary;
  }

  /** A server that is its own address. */
  static Postgres single(Path run, int port, String superuserPassword) {
    return new Postgres(null, new DatabaseServer(run, "postgres", port, superuserPassword));
  }

  /** The servers listen at the two ports after that of the address. */
  static Postgres withStandby(Path run, int port, String superuserPassword) {
    DatabaseServer first = new DatabaseServer(run, "postgres", port + 1, superuserPassword);
    return new Postgres(new SlowProxy(port, first.port()), first);
  }

  /** Starts the first server. */
  EmbeddedDatabase start() {
    return primary.start();
  }

  /** The server that is asked. */
  EmbeddedDatabase server() {
    return primary.running();
  }

  /** Starts the second server, if there is to be one. */
  void startStandby() {
    if (address != null) {
      standby = Standby.of(primary, "postgres-standby", primary.port() + 1);
    }
  }

  void kill() {
    primary.kill();
  }

  void restart() {
    primary.restart();
  }

  /**
   * The first server is killed for good, and the second takes its place. The address leads there
   * before it does: who comes at once finds a server that only reads.
   */
  void failOver() {
    primary.kill();
    Fleet.pause(REACTION);
    DatabaseServer next = requireNonNull(standby, "there is no standby");
    requireNonNull(address).leadTo(next.port());
    Fleet.pause(REACTION);
    Standby.promote(next);
    primary = next;
    standby = null;
  }

  /** Makes the line to it so much longer; only one that has an address of its own. */
  void roundTrip(Duration longer) {
    requireNonNull(address).roundTrip(longer);
  }

  /** Processor time of the server that is asked, in seconds. */
  double cpuSeconds() {
    return primary.cpuSeconds();
  }

  @Override
  public void close() throws IOException {
    if (address != null) {
      address.close();
    }
    primary.stop();
    if (standby != null) {
      standby.stop();
    }
  }
}
