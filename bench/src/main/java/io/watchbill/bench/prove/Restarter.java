package io.watchbill.bench.prove;

import io.watchbill.bench.fleet.Fleet;
import io.watchbill.bench.fleet.Replica;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/** Restarts processes that end by themselves, as Kubernetes does, and records them. */
final class Restarter implements AutoCloseable {
  private static final Duration EVERY = Duration.ofMillis(500);

  private final Fleet fleet;
  private final Clock clock;
  private final Consumer<String> say;
  private final Queue<String> ended = new ConcurrentLinkedQueue<>();
  private final Thread thread;

  Restarter(Fleet fleet, Clock clock, Consumer<String> say) {
    this.fleet = fleet;
    this.clock = clock;
    this.say = say;
    this.thread = Thread.ofVirtual().start(this::restartEnded);
  }

  /** Returns the processes that ended although nobody killed them. */
  List<String> ended() {
    return List.copyOf(ended);
  }

  private void restartEnded() {
    while (!Thread.currentThread().isInterrupted()) {
      fleet.replicas().forEach(this::restart);
      Fleet.pause(EVERY);
    }
  }

  private void restart(Replica replica) {
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
