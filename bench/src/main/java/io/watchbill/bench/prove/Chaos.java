package io.watchbill.bench.prove;

import io.watchbill.bench.fleet.Fleet;
import io.watchbill.bench.fleet.Replica;
import io.watchbill.bench.load.WebhookProvider;
import io.watchbill.bench.load.WebhookProvider.Mood;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/** Breaks things in turn, and mends each after a while. */
final class Chaos {
  private static final List<Mood> BAD_MOODS = List.of(Mood.FAILS, Mood.TAKES_AND_DROPS, Mood.HANGS);

  private final Fleet fleet;
  private final WebhookProvider provider;
  private final Clock clock;
  private final Random random;
  private final Consumer<String> tell;
  private final Queue<Disturbance> disturbances = new ConcurrentLinkedQueue<>();
  private int mood;

  Chaos(Fleet fleet, WebhookProvider provider, Clock clock, long seed, Consumer<String> tell) {
    this.fleet = fleet;
    this.provider = provider;
    this.clock = clock;
    this.random = new Random(seed);
    this.tell = tell;
  }

  /** Goes on for a while; Postgres dies once, in the middle. */
  void run(Duration time) {
    Instant end = clock.instant().plus(time);
    Instant middle = clock.instant().plus(time.dividedBy(2));
    boolean postgresDied = false;
    while (clock.instant().isBefore(end)) {
      Fleet.pause(Duration.ofMillis(1_000 + random.nextInt(2_000)));
      if (!postgresDied && clock.instant().isAfter(middle)) {
        disturb("kill -9 Postgres", this::killPostgres);
        postgresDied = true;
      } else if (random.nextInt(3) == 0) {
        disturb("provider " + BAD_MOODS.get(mood % BAD_MOODS.size()), this::spoilProvider);
      } else {
        Replica victim = fleet.replicas().get(random.nextInt(fleet.replicas().size()));
        disturb("kill -9 " + victim.name(), () -> kill(victim));
      }
    }
  }

  Queue<Disturbance> disturbances() {
    return disturbances;
  }

  private void disturb(String what, Runnable action) {
    Instant from = clock.instant();
    tell.accept(what);
    action.run();
    disturbances.add(new Disturbance(what, from, clock.instant()));
  }

  private void kill(Replica victim) {
    victim.kill();
    Fleet.pause(Duration.ofMillis(500 + random.nextInt(2_000)));
    victim.start();
    fleet.awaitReady(victim);
  }

  private void killPostgres() {
    fleet.killPostgres();
    Fleet.pause(Duration.ofSeconds(2));
    fleet.restartPostgres();
    fleet.replicas().forEach(fleet::awaitReady);
  }

  private void spoilProvider() {
    provider.mood(BAD_MOODS.get(mood++ % BAD_MOODS.size()));
    Fleet.pause(Duration.ofSeconds(3));
    provider.mood(Mood.TAKES);
  }
}
