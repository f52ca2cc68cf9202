package io.watchbill.escalation.policy;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.history.HistoryConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/**
 * Policies as they were when escalations started by them. A snapshot is kept as long as an
 * escalation that ran by it, in open work or in history.
 */
@ApplicationScoped
public class PolicySnapshots {
  private static final Logger LOG = Logger.getLogger(PolicySnapshots.class);
  private static final int SOME = 500;

  /** History goes by whole months, so that some of it outlives its retention. */
  private static final Duration MARGIN = Duration.ofDays(62);

  /** A use is recorded once a day: the row of a policy in use is read much more than written. */
  private static final String STORE =
      """
      WITH used AS (
           UPDATE policy_snapshot SET last_used_at = $4
            WHERE hash = $1 AND last_used_at < $4::timestamptz - interval '1 day')
      INSERT INTO policy_snapshot (hash, policy, definition, last_used_at)
      VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING
      """;

  /** Of history it reads only months past retention: those of incidents under legal hold. */
  private static final String FORGET =
      """
      DELETE FROM policy_snapshot
       WHERE hash IN (
             SELECT s.hash FROM policy_snapshot s
              WHERE s.last_used_at < $1
                AND NOT EXISTS (SELECT FROM escalation e WHERE e.snapshot = s.hash)
                AND NOT EXISTS (SELECT FROM past_escalation e
                                 WHERE e.snapshot = s.hash
                                   AND e.incident < uuid_at($1::timestamptz + interval '2 days'))
              ORDER BY s.last_used_at LIMIT $2)
      """;

  private final Database database;
  private final Duration keep;

  PolicySnapshots(Database database, HistoryConfig history) {
    this.database = database;
    this.keep = history.keep().plus(MARGIN);
  }

  /** Stores a snapshot by which an escalation starts. */
  static void store(Tx tx, String hash, String policy, String definition) {
    tx.update(STORE, hash, policy, definition, tx.now());
  }

  /** Deletes the snapshots of escalations that are gone, every six hours. */
  @Scheduled(every = "6h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void turn() {
    try {
      forget();
    } catch (RuntimeException e) {
      LOG.warn("old policy snapshots could not be deleted", e);
    }
  }

  /** Deletes the snapshots that no escalation refers to and none did within the retention. */
  public void forget() {
    int deleted;
    do {
      deleted = database.inTransaction(this::delete);
    } while (deleted >= SOME);
  }

  private int delete(Tx tx) {
    Instant before = tx.now().minus(keep);
    return tx.update(FORGET, before, (long) SOME);
  }
}
