package io.watchbill.escalation.delivery;

import io.watchbill.escalation.plan.facts.Branch;
import io.watchbill.kit.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Finds out whether the deliveries of a round's branch have reached anybody, or still may. */
@ApplicationScoped
public class BranchRepository {
  /** The only advisory lock of this service. */
  private static final String LOCK =
      "SELECT pg_advisory_xact_lock(hashtextextended('branch ' || $1::text, 0))";

  private static final String HOPE =
      """
      SELECT 1 FROM delivery d JOIN page p ON p.id = d.page
       WHERE p.incident = $1 AND p.round = $2 AND p.branch = $3 AND p.purpose <> 'last-resort'
         AND d.state IN ('queued', 'sending', 'held', 'sent')
       LIMIT 1
      """;

  /** Branches of the newest rounds whose pages all failed, without an alarm. */
  private static final String SILENT =
      """
      SELECT i.incident, i.round, p.branch
        FROM incident_snapshot i
        JOIN page p ON p.incident = i.incident AND p.round = i.round
        LEFT JOIN delivery d
          ON d.page = p.id AND d.state IN ('queued', 'sending', 'held', 'sent')
       WHERE i.incident = ANY($1) AND i.state <> 'resolved' AND p.purpose <> 'last-resort'
         AND (i.muted_until IS NULL OR i.muted_until <= $2)
         AND (i.state <> 'acknowledged' OR p.branch <> 'main')
         AND NOT EXISTS (SELECT FROM alarm a
                          WHERE a.incident = i.incident AND a.round = i.round
                            AND a.branch = p.branch
                            AND a.kind IN ('deliveries-failed', 'no-contact-method'))
         AND NOT EXISTS (SELECT FROM acknowledgement a
                          WHERE a.incident = i.incident AND a.round = i.round
                            AND a.branch = p.branch AND a.state <> 'refused')
       GROUP BY i.incident, i.round, p.branch
      HAVING count(d.id) = 0
      """;

  /**
   * Locks the branch until the end of the transaction: of two deliveries that fail together, the
   * later must see that the earlier has failed. Take it before touching rows of deliveries.
   */
  public void lock(Tx tx, RoundBranch branch) {
    tx.query(LOCK, branch.incident() + " " + branch.round() + " " + branch.branch().name());
  }

  /**
   * Returns whether a delivery of the branch has reached somebody, or still may, apart from the
   * last resort.
   */
  public boolean hasHope(Tx tx, RoundBranch branch) {
    return tx.one(HOPE, branch.incident(), branch.round(), branch.branch().name()).isPresent();
  }

  /**
   * Returns branches of open incidents that were paged and not acknowledged, of which no delivery
   * was sent or waits, and which have no alarm.
   *
   * @param grace how long after the end of a mute the next round may still be on its way
   */
  public List<RoundBranch> silent(Tx tx, List<UUID> incidents, Duration grace) {
    Instant quiet = tx.now().minus(grace);
    return tx.query(SILENT, incidents.toArray(UUID[]::new), quiet).stream()
        .map(
            row ->
                new RoundBranch(
                    row.getUUID("incident"),
                    row.getInteger("round"),
                    new Branch(row.getString("branch"))))
        .toList();
  }
}
