package io.watchbill.escalation.escalation;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.escalation.plan.policy.Policy;
import io.watchbill.kit.claim.Floor;
import io.watchbill.kit.claim.Floors;
import io.watchbill.kit.database.ClaimedRows;
import io.watchbill.kit.database.Rows;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.loop.LoopPause;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Claims due escalations for an evaluation. */
@ApplicationScoped
public class EscalationClaims {
  private static final Duration UNREADABLE = Duration.ofSeconds(30);

  static final String CLAIM =
      """
      SELECT e.*
        FROM unnest('{0, 1, 2, 3}'::smallint[]) AS u (urgency)
       CROSS JOIN LATERAL (
             SELECT id, incident, round, purpose, snapshot, progress::text AS progress
               FROM escalation
              WHERE state = 'running' AND urgency = u.urgency AND engine <= $3
                AND next_due_at BETWEEN $4 AND $1
              ORDER BY next_due_at
              LIMIT $2
                FOR UPDATE SKIP LOCKED) e
       LIMIT $2
      """;

  private static final String OLDEST =
      """
      SELECT w.next_due_at
        FROM unnest('{0, 1, 2, 3}'::smallint[]) AS u (urgency)
       CROSS JOIN LATERAL (
             SELECT next_due_at FROM escalation
              WHERE state = 'running' AND urgency = u.urgency AND engine <= $3
                AND next_due_at >= $1 AND next_due_at < $2
              ORDER BY next_due_at LIMIT 1) w
       ORDER BY w.next_due_at LIMIT 1
      """;

  private final EscalationRepository escalations;
  private final EscalationRows rows;
  private final ClaimedRows claimed;
  private final Floors floors;
  private final Floor floor;

  EscalationClaims(
      EscalationRepository escalations, EscalationRows rows, Floors floors, MeterRegistry metrics) {
    this.escalations = escalations;
    this.rows = rows;
    this.floors = floors;
    this.floor = floors.of(EscalationClaims::oldest);
    this.claimed = ClaimedRows.of(metrics, "escalation");
  }

  /**
   * Locks due escalations, of the most urgent incidents first. Skips those that another evaluation
   * has locked, and those that need a newer version of the step language than this replica has.
   */
  public DueEscalations due(Tx tx, int limit) {
    List<DueEscalations.Unreadable> unreadable = new ArrayList<>();
    List<Escalation> readable =
        claimed.read(
            tx.query(CLAIM, tx.now(), (long) limit, Policy.ENGINE, floor.at()),
            rows::escalation,
            (row, e) -> unreadable.add(putAside(tx, row, e)));
    return new DueEscalations(readable, unreadable);
  }

  /** Returns the pause of the loop that evaluates. */
  public LoopPause untilDue(Duration poll) {
    return floors.untilDue(floor, poll);
  }

  private static Optional<Instant> oldest(Tx tx, Instant from, Instant until) {
    return tx.one(OLDEST, from, until, Policy.ENGINE).map(row -> Rows.instant(row, "next_due_at"));
  }

  /** Puts off a row that cannot be read, so that others do not wait for it. */
  private DueEscalations.Unreadable putAside(Tx tx, Row row, RuntimeException e) {
    UUID id = row.getUUID("id");
    escalations.putOff(tx, id, UNREADABLE);
    return new DueEscalations.Unreadable(
        id, row.getUUID("incident"), row.getInteger("round"), e.getClass().getName());
  }
}
