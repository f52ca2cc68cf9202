package io.watchbill.escalation.delivery;

import io.watchbill.kit.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Rows of deliveries of kinds that this replica does not know. A replica that knows the kind sends
 * them; without one they would wait for ever.
 */
@ApplicationScoped
public class UnknownKindRepository {
  private static final int MOST = 100;

  /**
   * Jumps from kind to kind along the index of what is due. A kind of which another replica is
   * sending anything now is left to that one.
   */
  private static final String OVERDUE =
      """
      WITH RECURSIVE due (kind) AS (
        (SELECT kind FROM delivery WHERE state IN ('queued', 'sending') ORDER BY kind LIMIT 1)
        UNION ALL
        SELECT (SELECT d.kind FROM delivery d
                 WHERE d.kind > due.kind AND d.state IN ('queued', 'sending')
                 ORDER BY d.kind LIMIT 1)
          FROM due WHERE due.kind IS NOT NULL
      ), alien AS (
        SELECT due.kind FROM due
         WHERE due.kind <> ALL($1)
           AND NOT EXISTS (SELECT FROM delivery o
                            WHERE o.kind = due.kind AND o.state = 'sending'
                              AND o.available_at > $2)
      )
      SELECT %s
        FROM delivery d JOIN page p ON p.id = d.page
       WHERE d.kind IN (SELECT kind FROM alien) AND d.state IN ('queued', 'sending')
         AND d.available_at <= $3
       ORDER BY d.available_at LIMIT $4
      """
          .formatted(DeliveryRows.REF);

  private static final String FAIL =
      """
      UPDATE delivery SET state = 'failed', reason = $3, lease = NULL
       WHERE id = $1 AND state IN ('queued', 'sending') AND available_at <= $2
      RETURNING id
      """;

  /** Returns deliveries of other kinds than these that nobody has claimed for a while. */
  public List<DeliveryRef> overdue(Tx tx, Collection<String> kinds, Duration grace) {
    return tx
        .query(OVERDUE, kinds.toArray(new String[0]), tx.now(), tx.now().minus(grace), (long) MOST)
        .stream()
        .map(DeliveryRows::ref)
        .toList();
  }

  /** Ends one that nobody can send; returns whether nobody has claimed it meanwhile. */
  public boolean fail(Tx tx, UUID delivery, String reason, Duration grace) {
    Instant since = tx.now().minus(grace);
    return tx.one(FAIL, delivery, since, reason).isPresent();
  }
}
