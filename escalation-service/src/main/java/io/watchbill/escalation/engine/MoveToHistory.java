package io.watchbill.escalation.engine;

import io.quarkus.runtime.StartupEvent;
import io.watchbill.escalation.history.HistoryRepository;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.loop.Loops;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/**
 * Moves incidents that were resolved an hour ago out of the tables of open work, which stay small
 * however many there have been. One replica sees to it for all.
 */
@ApplicationScoped
class MoveToHistory {
  private static final String NAME = "leaving";
  private static final Duration POLL = Duration.ofSeconds(5);
  private static final Duration EVERY = Duration.ofSeconds(30);
  private static final Duration LINGER = Duration.ofHours(1);
  private static final int PART = 50;
  private static final int PARTS = 40;

  private final Database database;
  private final HistoryRepository past;
  private final PeriodicChecks checks;
  private final Loops loops;

  MoveToHistory(Database database, HistoryRepository past, PeriodicChecks checks, Loops loops) {
    this.database = database;
    this.past = past;
    this.checks = checks;
    this.loops = loops;
  }

  void start(@Observes StartupEvent event) {
    loops.start(NAME, POLL, this::turn);
  }

  private boolean turn() {
    checks.run(NAME, EVERY, this::leave);
    return false;
  }

  /** In small parts: each locks what it moves. */
  private int leave() {
    int all = 0;
    int part = PART;
    for (int i = 0; i < PARTS && part == PART; i++) {
      part = database.inTransaction(tx -> past.leave(tx, tx.now().minus(LINGER), PART));
      all += part;
    }
    return all;
  }
}
