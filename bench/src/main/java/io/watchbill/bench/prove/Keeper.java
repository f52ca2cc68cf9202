package io.watchbill.bench.prove;

import io.watchbill.bench.fleet.Fleet;
import io.watchbill.bench.fleet.Replica;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/** Starts again what has come to an end by itself, as Kubernetes does, and remembers it. */
final class Keeper implements AutoCloseable {
  private static final Duration EVERY = Duration.ofMillis(500);

  private final Fleet fleet;
  private final Clock clock;
  private final Consumer<String> say;
  private final Queue<String> ended = new ConcurrentLinkedQueue<>();
  private final Thread thread;

  Keeper(Fleet fleet, Clock clock, Consumer<String> say) {
    this.fleet = fleet;
    this.clock = clock;
    this.say = say;
    this.thread = Thread.ofVirtual().start(this::keep);
  }

  /** What ended although nobody killed it. */
  List<String> ended() {
    return List.copyOf(ended);
  }

  private void keep() {
    while (!Thread.currentThread().isInterrupted()) {
      fleet.replicas().forEach(this::look);
      Fleet.pause(EVERY);
    }
  }

  private void look(Replica replica) {
    replica
        .startAgainIfEnded()
        .ifPresent(
            status -> {
              String what = replica.name() + " ended by itself with " + status;
              say.accept(what);
              ended.add(what + " before " + clock.instant());
            });
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
