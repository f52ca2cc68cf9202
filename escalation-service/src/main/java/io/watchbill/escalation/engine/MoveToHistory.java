package io.watchbill.escalation.engine;

import io.quarkus.runtime.StartupEvent;
import io.watchbill.escalation.history.HistoryRepository;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.DatabaseUnavailableException;
import io.watchbill.kit.loop.Loops;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Moves incidents that were resolved an hour ago out of the tables of open work, which stay small
 * however many there have been. One replica sees to it for all.
 */
@ApplicationScoped
class MoveToHistory {
  private static final Logger LOG = Logger.getLogger(MoveToHistory.class);
  private static final String NAME = "leaving";
  private static final Duration POLL = Duration.ofSeconds(5);
  private static final Duration EVERY = Duration.ofSeconds(30);
  private static final Duration LINGER = Duration.ofHours(1);
  private static final Duration TOGETHER = Duration.ofSeconds(5);
  private static final Duration ALONE = Duration.ofSeconds(20);
  private static final int PART = 50;
  private static final int PARTS = 40;

  private final Database database;
  private final HistoryRepository past;
  private final PeriodicChecks checks;
  private final Loops loops;
  private volatile boolean alone;

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
    int most = alone ? 1 : PART;
    alone = false;
    int moved = most;
    for (int i = 0; i < PARTS && moved == most; i++) {
      moved = leave(database.read(tx -> past.over(tx, tx.now().minus(LINGER), most)));
      all += moved;
    }
    return all;
  }

  /**
   * One of them may have so many pages that the others cannot leave together with it. The server
   * holds on to all of them for a while, so that they are tried one by one in the next iteration.
   */
  private int leave(List<UUID> over) {
    try {
      return move(over, over.size() == 1 ? ALONE : TOGETHER);
    } catch (DatabaseUnavailableException e) {
      alone = true;
      if (over.size() > 1) {
        LOG.debug("some incidents did not leave together", e);
        return 0;
      }
      stays(over.getFirst(), e);
      return 1;
    }
  }

  private void stays(UUID incident, DatabaseUnavailableException why) {
    database.run(tx -> past.stay(tx, incident));
    LOG.warnf(
        "incident %s could not leave the tables of open work within %s s, and is tried again in an"
            + " hour: %s",
        incident, ALONE.toSeconds(), why.getMessage());
  }

  private int move(List<UUID> incidents, Duration deadline) {
    return incidents.isEmpty()
        ? 0
        : database.inTransaction(deadline, tx -> past.leave(tx, tx.now().minus(LINGER), incidents));
  }
}
