package io.watchbill.bench.prove;

import io.watchbill.bench.fleet.Fleet;
import io.watchbill.bench.fleet.Replica;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;

/**
 * Feels whether the processes get a processor at all, Postgres its disk, and the checker itself its
 * turn: what takes long to say that it lives stands still, by nobody's hand, on a machine that is
 * too busy for it.
 */
final class Pulse implements AutoCloseable {
  private static final Duration EVERY = Duration.ofMillis(200);
  private static final Duration SLOW = Duration.ofMillis(500);
  private static final Duration SAME = Duration.ofSeconds(1);

  private final Clock clock;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private final Queue<Disturbance> stalls = new ConcurrentLinkedQueue<>();
  private final Fleet fleet;
  private final List<Thread> threads = new ArrayList<>();

  Pulse(Fleet fleet, Clock clock) {
    this.fleet = fleet;
    this.clock = clock;
    for (Replica replica : fleet.replicas()) {
      feel("no processor for " + replica.name(), () -> lives(replica));
    }
    feel("no disk for Postgres", this::commits);
    feel("no processor for the checker", () -> true);
  }

  private void feel(String stall, BooleanSupplier lives) {
    threads.add(Thread.ofVirtual().start(() -> feelOn(stall, lives)));
  }

  /** Returns the stalls, each with those that followed at once. */
  Queue<Disturbance> stalls() {
    return stalls;
  }

  /** Each question has its time: one that is asked late got no processor, either. */
  private void feelOn(String stall, BooleanSupplier heart) {
    Instant from = null;
    Instant asked = clock.instant();
    Instant until = asked;
    while (!Thread.currentThread().isInterrupted()) {
      boolean lives = heart.getAsBoolean();
      Instant now = clock.instant();
      boolean slow = lives && Duration.between(asked, now).compareTo(SLOW) > 0;
      if (from != null && (!lives || asked.isAfter(until.plus(SAME)))) {
        stalled(stall, from, until);
        from = null;
      }
      if (slow) {
        from = from == null ? asked : from;
        until = now;
      }
      asked = now.plus(EVERY);
      Fleet.pause(EVERY);
    }
    if (from != null) {
      stalled(stall, from, until);
    }
  }

  private void stalled(String what, Instant from, Instant until) {
    stalls.add(new Disturbance(Disturbance.Kind.STARVED, what, from, until));
  }

  /** Writes something to the disks of Postgres and its standby; false where there is none. */
  private boolean commits() {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT pg_logical_emit_message(true, 'pulse', '')");
      return true;
    } catch (SQLException e) {
      return false;
    }
  }

  private Connection connect() throws SQLException {
    Properties access = new Properties();
    access.setProperty("user", "watchbill_owner");
    access.setProperty("password", fleet.ownerPassword());
    access.setProperty("connectTimeout", "2");
    access.setProperty("socketTimeout", "10");
    return DriverManager.getConnection(fleet.jdbcUrl(), access);
  }

  /** False when nobody listens: then it was killed, which is another matter. */
  private boolean lives(Replica replica) {
    URI live = URI.create("http://127.0.0.1:" + replica.port() + "/q/health/live");
    HttpRequest request =
        HttpRequest.newBuilder(live).timeout(Duration.ofSeconds(10)).GET().build();
    try {
      http.send(request, HttpResponse.BodyHandlers.discarding());
      return true;
    } catch (ConnectException e) {
      return false;
    } catch (IOException e) {
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    threads.forEach(Thread::interrupt);
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
