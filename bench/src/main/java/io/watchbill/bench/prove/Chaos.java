package io.watchbill.bench.prove;

import io.watchbill.bench.fleet.Fleet;
import io.watchbill.bench.fleet.Replica;
import io.watchbill.bench.load.WebhookProvider;
import io.watchbill.bench.load.WebhookProvider.Mood;
import io.watchbill.laptop.service.Service;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/**
 * Breaks things in turn, and mends each after a while: what comes next, {@link Turns} knows over
 * all runs.
 */
final class Chaos implements Trouble {
  /** Longer than a lease, so that what the stopped process holds is taken over meanwhile. */
  private static final Duration STANDSTILL = Duration.ofSeconds(8);

  private static final Duration SPELL = Duration.ofSeconds(3);

  /** So long the machine or the line to the database is slow. */
  private static final Duration SLOWNESS = Duration.ofSeconds(8);

  private static final int SHORTEST_ROUND_TRIP = 30;
  private static final int LONGEST_ROUND_TRIP = 100;

  private record Card(Disturbance.Kind kind, String what, Runnable breaking) {}

  private final Fleet fleet;
  private final WebhookProvider provider;
  private final HostileViewer viewer;
  private final Clock clock;
  private final Random random;
  private final Consumer<String> say;
  private final Turns turns;
  private final Queue<Disturbance> disturbances = new ConcurrentLinkedQueue<>();

  Chaos(
      Fleet fleet,
      WebhookProvider provider,
      HostileViewer viewer,
      Clock clock,
      long seed,
      Turns turns,
      Consumer<String> say) {
    this.fleet = fleet;
    this.provider = provider;
    this.viewer = viewer;
    this.clock = clock;
    this.random = new Random(seed);
    this.turns = turns;
    this.say = say;
  }

  /**
   * Goes on for a while. First the server of the database is lost for good, while alerts come in,
   * and its standby takes over; later, when what that has put off is caught up with, that one dies
   * and starts again. Neither is left out of a run that is short.
   */
  @Override
  public void run(Duration time) {
    Instant begin = clock.instant();
    Instant end = begin.plus(time);
    Fleet.pause(time.dividedBy(6));
    play(new Card(Disturbance.Kind.FAILOVER, "Postgres fails over", this::failOver));
    playUntil(latest(begin.plus(time.dividedBy(2)), clock.instant().plus(ProveVerdict.CATCH_UP)));
    play(new Card(Disturbance.Kind.KILL, "kill -9 Postgres", this::killPostgres));
    playUntil(end);
  }

  private void playUntil(Instant end) {
    for (pause(); clock.instant().isBefore(end); pause()) {
      play(next());
    }
  }

  private void pause() {
    Fleet.pause(Duration.ofMillis(1_000 + random.nextInt(2_000)));
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  @Override
  public List<Disturbance> disturbances() {
    return List.copyOf(disturbances);
  }

  private void play(Card card) {
    Instant from = clock.instant();
    say.accept(card.what());
    card.breaking().run();
    disturbances.add(new Disturbance(card.kind(), card.what(), from, clock.instant()));
  }

  private Card next() {
    List<Card> cards = cards();
    String what = turns.next(Turns.byKind(cards, Card::kind, Card::what));
    return cards.stream().filter(card -> card.what().equals(what)).findFirst().orElseThrow();
  }

  private List<Card> cards() {
    List<Card> cards = new ArrayList<>();
    for (Replica replica : fleet.replicas()) {
      String name = "kill -9 " + replica.name();
      cards.add(new Card(Disturbance.Kind.KILL, name, () -> kill(replica)));
    }
    for (Mood mood : List.of(Mood.FAILS, Mood.TAKES_AND_DROPS, Mood.HANGS)) {
      cards.add(new Card(Disturbance.Kind.PROVIDER, "provider " + mood, () -> spoil(mood)));
    }
    fleet.replicas().stream()
        .filter(replica -> replica.service() == Service.ESCALATION)
        .forEach(replica -> cards.add(standstill(replica)));
    cards.add(new Card(Disturbance.Kind.BUSY, "all processors busy", this::busy));
    cards.add(new Card(Disturbance.Kind.SLOW_DISK, "the disk busy", this::slowDisk));
    cards.add(new Card(Disturbance.Kind.SLOW_DATABASE, "Postgres far away", this::slowDatabase));
    for (Service service : Service.values()) {
      String name = "a hostile viewer of " + service.word();
      cards.add(new Card(Disturbance.Kind.VIEWER, name, () -> attack(service)));
    }
    return cards;
  }

  private Card standstill(Replica replica) {
    return new Card(
        Disturbance.Kind.STANDSTILL, "stand-still of " + replica.name(), () -> stop(replica));
  }

  private void kill(Replica victim) {
    victim.kill();
    Fleet.pause(Duration.ofMillis(500 + random.nextInt(2_000)));
    victim.start();
    fleet.awaitReady(victim);
  }

  private void failOver() {
    fleet.failOverPostgres();
    fleet.replicas().forEach(fleet::awaitReady);
  }

  private void killPostgres() {
    fleet.killPostgres();
    Fleet.pause(Duration.ofSeconds(2));
    fleet.restartPostgres();
    fleet.replicas().forEach(fleet::awaitReady);
  }

  private void attack(Service service) {
    viewer.attack(service, SLOWNESS);
    fleet.replicas().forEach(fleet::awaitReady);
  }

  private void busy() {
    try (Hog hog = Hog.ofProcessors()) {
      Fleet.pause(SLOWNESS);
    }
    fleet.replicas().forEach(fleet::awaitReady);
  }

  private void slowDisk() {
    try (Hog hog = Hog.ofDisk(fleet.data())) {
      Fleet.pause(SLOWNESS);
    }
    fleet.replicas().forEach(fleet::awaitReady);
  }

  private void slowDatabase() {
    int millis = SHORTEST_ROUND_TRIP + random.nextInt(LONGEST_ROUND_TRIP - SHORTEST_ROUND_TRIP + 1);
    fleet.slowPostgres(Duration.ofMillis(millis));
    Fleet.pause(SLOWNESS);
    fleet.slowPostgres(Duration.ZERO);
    fleet.replicas().forEach(fleet::awaitReady);
  }

  private void spoil(Mood mood) {
    provider.mood(mood);
    Fleet.pause(SPELL);
    provider.mood(Mood.TAKES);
  }

  private void stop(Replica replica) {
    replica.stand();
    Fleet.pause(STANDSTILL);
    replica.goOn();
    fleet.awaitReady(replica);
  }
}
