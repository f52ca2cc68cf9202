package io.watchbill.bench.prove;

import io.watchbill.bench.fleet.Fleet;
import io.watchbill.bench.fleet.Replica;
import io.watchbill.laptop.service.Service;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Feels whether the processes that page get a processor at all: one that takes long to say that it
 * lives stands still, by nobody's hand, on a machine that is too busy for it.
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
  private final List<Thread> threads;

  Pulse(Fleet fleet, Clock clock) {
    this.clock = clock;
    this.threads =
        fleet.replicas().stream()
            .filter(replica -> replica.service() == Service.ESCALATION)
            .map(replica -> Thread.ofVirtual().start(() -> feel(replica)))
            .toList();
  }

  /** What was felt, each stall with those that followed at once. */
  Queue<Disturbance> stalls() {
    return stalls;
  }

  private void feel(Replica replica) {
    Instant from = null;
    Instant until = null;
    while (!Thread.currentThread().isInterrupted()) {
      Instant asked = clock.instant();
      boolean lives = lives(replica);
      Instant now = clock.instant();
      boolean slow = lives && Duration.between(asked, now).compareTo(SLOW) > 0;
      if (from != null && (!lives || asked.isAfter(until.plus(SAME)))) {
        stalled(replica, from, until);
        from = null;
      }
      if (slow) {
        from = from == null ? asked : from;
        until = now;
      }
      Fleet.pause(EVERY);
    }
    if (from != null) {
      stalled(replica, from, until);
    }
  }

  private void stalled(Replica replica, Instant from, Instant until) {
    stalls.add(
        new Disturbance(
            Disturbance.Kind.STARVED, "no processor for " + replica.name(), from, until));
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
