package io.watchbill.escalation.delivery;

import io.watchbill.escalation.plan.facts.Branch;
import io.watchbill.kit.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Stores, holds and releases deliveries. */
@ApplicationScoped
public class DeliveryRepository {
  private static final String INSERT =
      """
      INSERT INTO delivery (id, page, incident, method, kind, address, secret, provider, state,
                            available_at, due_at, give_up_at, urgency)
      SELECT id, page, incident, method, kind, address, secret, provider, 'queued',
             greatest(due, $11::timestamptz), due, give_up,
             coalesce((SELECT urgency_of(p.snapshot) FROM incident_snapshot p
                        WHERE p.incident = d.incident), 1)
        FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[],
                    $7::text[], $8::text[], $9::timestamptz[], $10::timestamptz[])
             AS d (id, page, incident, method, kind, address, secret, provider, due, give_up)
      ON CONFLICT (page, method, incident) DO NOTHING
      """;

  private static final String HOLD =
      """
      UPDATE delivery d SET state = 'held', reason = $4
        FROM page p
       WHERE d.page = p.id AND p.incident = $1 AND p.round = $2 AND p.branch = $3
         AND d.incident = $1 AND d.state = 'queued'
         AND (target_text(p.target_kind, p.target) = $5
              OR p.during <> 'open' AND p.acknowledgements <=
                   greatest(1, (SELECT count(*) FROM acknowledgement a
                                 WHERE a.incident = $1 AND a.round = $2 AND a.branch = $3
                                   AND a.state IN ('pending', 'confirmed'))))
      """;

  private static final String RELEASE =
      """
      UPDATE delivery d
         SET state = 'queued', reason = $4,
             available_at = greatest(d.available_at, $5::timestamptz),
             give_up_at = greatest(d.give_up_at, $5::timestamptz + interval '2 minutes')
        FROM page p
       WHERE d.page = p.id AND p.incident = $1 AND p.round = $2 AND p.branch = $3
         AND d.incident = $1 AND d.state = 'held'
      """;

  public void insert(Tx tx, List<NewDelivery> planned) {
    if (planned.isEmpty()) {
      return;
    }
    tx.update(
        INSERT,
        planned.stream().map(NewDelivery::id).toArray(UUID[]::new),
        planned.stream().map(NewDelivery::page).toArray(UUID[]::new),
        planned.stream().map(NewDelivery::incident).toArray(UUID[]::new),
        planned.stream().map(NewDelivery::method).toArray(String[]::new),
        planned.stream().map(each -> each.to().kind()).toArray(String[]::new),
        planned.stream().map(each -> each.to().address()).toArray(String[]::new),
        planned.stream().map(each -> each.to().secret()).toArray(String[]::new),
        planned.stream().map(each -> each.to().provider()).toArray(String[]::new),
        planned.stream().map(NewDelivery::due).toArray(Instant[]::new),
        planned.stream().map(NewDelivery::giveUpAt).toArray(Instant[]::new),
        tx.now());
  }

  /**
   * Holds queued deliveries of a branch while an acknowledgement is pending, and all queued
   * deliveries to the person who gave it.
   */
  public void hold(Tx tx, UUID incident, int round, Branch branch, String person, String reason) {
    tx.update(HOLD, incident, round, branch.name(), reason, person);
  }

  /** Resumes held deliveries where they stood; what another acknowledgement holds is held again. */
  public void release(Tx tx, UUID incident, int round, Branch branch, String reason) {
    tx.update(RELEASE, incident, round, branch.name(), reason, tx.now());
  }
}
