package io.watchbill.bench.prove;

import io.watchbill.bench.fleet.Fleet;
import io.watchbill.bench.fleet.Release;
import io.watchbill.bench.fleet.Replica;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/**
 * The fleet is upgraded while alerts come in: the schemas first, then one replica after the other;
 * then it goes back to the older release on the newer schemas, and forward again, until the time is
 * over. In between, processes of both releases are killed.
 */
final class Upgrade implements Trouble {
  private static final int ONE_IN = 4;

  private final Fleet fleet;
  private final Release older;
  private final Release newest;
  private final Clock clock;
  private final Random random;
  private final Consumer<String> say;
  private final Queue<Disturbance> disturbances = new ConcurrentLinkedQueue<>();

  Upgrade(
      Fleet fleet, Release older, Release newest, Clock clock, long seed, Consumer<String> say) {
    this.fleet = fleet;
    this.older = older;
    this.newest = newest;
    this.clock = clock;
    this.random = new Random(seed);
    this.say = say;
  }

  /** Goes forward, back, and forward once at least, however short the time is. */
  @Override
  public void run(Duration time) {
    Instant end = clock.instant().plus(time);
    Fleet.pause(time.dividedBy(6));
    say.accept("the schemas are migrated");
    fleet.migrate(newest);
    replaceAll("the newest release", newest);
    do {
      replaceAll("the older release", older);
      replaceAll("the newest release", newest);
    } while (clock.instant().isBefore(end));
  }

  @Override
  public List<Disturbance> disturbances() {
    return List.copyOf(disturbances);
  }

  private void replaceAll(String name, Release by) {
    for (Replica replica : fleet.replicas()) {
      play(
          Disturbance.Kind.REPLACE,
          replica.name() + " becomes " + name,
          () -> fleet.replace(replica, by));
      if (random.nextInt(ONE_IN) == 0) {
        List<Replica> all = fleet.replicas();
        Replica victim = all.get(random.nextInt(all.size()));
        play(Disturbance.Kind.KILL, "kill -9 " + victim.name(), () -> kill(victim));
      }
    }
  }

  private void kill(Replica victim) {
    victim.kill();
    victim.start();
    fleet.awaitReady(victim);
  }

  private void play(Disturbance.Kind kind, String what, Runnable change) {
    Instant from = clock.instant();
    say.accept(what);
    change.run();
    disturbances.add(new Disturbance(kind, what, from, clock.instant()));
  }
}
