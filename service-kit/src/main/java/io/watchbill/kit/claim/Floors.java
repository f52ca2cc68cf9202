package io.watchbill.kit.claim;

import io.quarkus.runtime.StartupEvent;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.loop.Loops;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Moves the floors of all queues that this process claims from. */
@ApplicationScoped
public class Floors {
  private static final Duration EVERY = Duration.ofSeconds(1);

  /** Reading all may take longer than anything that pages wait for: nobody waits for this. */
  private static final Duration DEADLINE = Duration.ofSeconds(30);

  private final Database database;
  private final Loops loops;
  private final List<Floor> floors = new CopyOnWriteArrayList<>();

  Floors(Database database, Loops loops) {
    this.database = database;
    this.loops = loops;
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

  private boolean turn() {
    if (!floors.isEmpty()) {
      database.run(DEADLINE, this::move);
    }
    return false;
  }

  private void move(Tx tx) {
    tx.send(Tx.PLANNED_ONCE);
    Instant now = tx.now();
    floors.forEach(floor -> floor.move(tx, now));
  }
}
