package io.watchbill.kit.claim;

import io.quarkus.runtime.StartupEvent;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.loop.LoopPause;
import io.watchbill.kit.loop.Loops;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Moves the floors of all queues that this process claims from. */
@ApplicationScoped
public class Floors {
  private static final Duration EVERY = Duration.ofSeconds(1);

  /** Reading all may take longer than anything that pages wait for: nobody waits for this. */
  private static final Duration DEADLINE = Duration.ofSeconds(30);

  private final Database database;
  private final Loops loops;
  private final Duration idle;
  private final List<Floor> floors = new CopyOnWriteArrayList<>();

  /**
   * @param idle how long a loop sleeps at most when nothing is due
   */
  Floors(
      Database database,
      Loops loops,
      @ConfigProperty(name = "watchbill.loops.idle", defaultValue = "1s") Duration idle) {
    this.database = database;
    this.loops = loops;
    this.idle = idle;
  }

  void start(@Observes StartupEvent event) {
    loops.start("floors", EVERY, this::turn);
  }

  /** The floor of one more queue. */
  public Floor of(Floor.Oldest oldest) {
    Floor floor = new Floor(oldest, System::nanoTime);
    floors.add(floor);
    return floor;
  }

  /**
   * Returns the pause of a loop that claims from a queue: until its next row is due. Who makes a
   * row due nudges the loop of its own process; what a process that died had left is found by the
   * others when their pause ends.
   *
   * @param poll the pause when a row is due that others hold
   */
  public LoopPause untilDue(Floor floor, Duration poll) {
    return () ->
        database.read(
            tx -> {
              Instant now = tx.now();
              return floor
                  .next(tx, now.plus(idle))
                  .map(next -> Duration.between(now, next))
                  .map(left -> left.isPositive() ? left : poll)
                  .orElse(idle);
            });
  }

  private boolean turn() {
    if (floors.isEmpty()) {
      return false;
    }
    try {
      database.run(DEADLINE, this::move);
    } catch (RuntimeException e) {
      // Another server may answer next, on which rows below a floor are due again.
      floors.forEach(Floor::forget);
      throw e;
    }
    return false;
  }

  private void move(Tx tx) {
    tx.send(Tx.PLANNED_ONCE);
    Instant now = tx.now();
    floors.forEach(floor -> floor.move(tx, now));
  }
}
