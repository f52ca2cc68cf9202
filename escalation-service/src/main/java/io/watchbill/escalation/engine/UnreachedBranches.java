package io.watchbill.escalation.engine;

import io.quarkus.runtime.StartupEvent;
import io.watchbill.escalation.alarm.Alarms;
import io.watchbill.escalation.delivery.BranchRepository;
import io.watchbill.escalation.delivery.RoundBranch;
import io.watchbill.escalation.plan.progress.AlarmKind;
import io.watchbill.escalation.snapshot.OpenSnapshots;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.DatabaseUnavailableException;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.loop.Loops;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * A branch that was paged, of which nothing was sent and nothing waits, is an alarm, whatever the
 * way in which it came to that. The alarm is raised with the last failure; this finds what was lost
 * all the same. One replica looks for all, at a bounded part of what is open at a time.
 */
@ApplicationScoped
class UnreachedBranches {
  private static final Logger LOG = Logger.getLogger(UnreachedBranches.class);
  private static final String NAME = "silent-branches";
  private static final Duration POLL = Duration.ofSeconds(5);
  private static final Duration EVERY = Duration.ofSeconds(30);
  private static final Duration GRACE = Duration.ofSeconds(30);
  private static final int PART = 500;
  private static final int PARTS = 10;
  private static final UUID BEFORE_ALL = new UUID(0, 0);
  private static final UUID AFTER_ALL = new UUID(-1, -1);

  private final Database database;
  private final OpenSnapshots incidents;
  private final BranchRepository branches;
  private final Alarms alarms;
  private final PeriodicChecks checks;
  private final Loops loops;
  private UUID after = BEFORE_ALL;

  UnreachedBranches(
      Database database,
      OpenSnapshots incidents,
      BranchRepository branches,
      Alarms alarms,
      PeriodicChecks checks,
      Loops loops) {
    this.database = database;
    this.incidents = incidents;
    this.branches = branches;
    this.alarms = alarms;
    this.checks = checks;
    this.loops = loops;
  }

  void start(@Observes StartupEvent event) {
    loops.start(NAME, POLL, this::turn);
  }

  private boolean turn() {
    checks.run(NAME, EVERY, this::look);
    return false;
  }

  /** The next check continues where this one ends. */
  private int look() {
    int found = 0;
    for (int part = 0; part < PARTS; part++) {
      UUID from = after;
      List<UUID> open = database.read(tx -> incidents.open(tx, from, AFTER_ALL, PART));
      for (RoundBranch silent : database.read(tx -> branches.silent(tx, open, GRACE))) {
        found++;
        report(silent);
      }
      after = open.size() < PART ? BEFORE_ALL : open.getLast();
      if (after.equals(BEFORE_ALL)) {
        return found;
      }
    }
    return found;
  }

  /** A branch whose alarm fails must not block the others. */
  private void report(RoundBranch branch) {
    LOG.errorf(
        "branch %s of incident %s, round %d, was paged and reached nobody",
        branch.branch(), branch.incident(), branch.round());
    try {
      database.inTransaction(tx -> raise(tx, branch));
    } catch (DatabaseUnavailableException e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.errorf(e, "the alarm for incident %s failed", branch.incident());
    }
  }

  private boolean raise(Tx tx, RoundBranch branch) {
    branches.lock(tx, branch);
    if (branches.hasHope(tx, branch)) {
      return false;
    }
    alarms.raise(
        tx,
        branch.incident(),
        branch.round(),
        AlarmKind.DELIVERIES_FAILED,
        branch.branch(),
        "branch " + branch.branch() + " was paged, but nothing was sent and nothing waits");
    return true;
  }
}
