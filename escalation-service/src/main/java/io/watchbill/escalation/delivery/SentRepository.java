package io.watchbill.escalation.delivery;

import io.watchbill.escalation.channel.SendResult;
import io.watchbill.kit.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Records sent deliveries, many in one statement. */
@ApplicationScoped
public class SentRepository {
  /** Leaves out the state, which the lease implies: its index would read all live rows. */
  static final String HANDED_OVER =
      """
      WITH done AS (
        SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::int[], $4::text[], $6::text[])
          AS d (id, lease, attempt, detail, message)
      ), ended AS (
        UPDATE delivery_attempt a SET ended_at = $5, outcome = 'handed-over', detail = d.detail
          FROM done d WHERE a.delivery = d.id AND a.number = d.attempt
      )
      UPDATE delivery o
         SET state = 'sent', reason = d.detail, handed_over_at = $5, lease = NULL,
             provider_message_id = d.message
        FROM done d WHERE o.id = d.id AND o.lease = d.lease
      RETURNING o.id
      """;

  /**
   * Records that the providers accepted them.
   *
   * @param results one for each
   * @return the ids of those whose lease was still ours
   */
  public Set<UUID> handedOver(Tx tx, List<Claimed> deliveries, List<SendResult.Done> results) {
    tx.send(Tx.PLANNED_ONCE);
    return tx
        .query(
            HANDED_OVER,
            deliveries.stream().map(Claimed::id).toArray(UUID[]::new),
            deliveries.stream().map(Claimed::lease).toArray(UUID[]::new),
            deliveries.stream().map(Claimed::attempt).toArray(Integer[]::new),
            results.stream().map(SendResult.Done::detail).toArray(String[]::new),
            tx.now(),
            results.stream().map(done -> done.messageId().orElse(null)).toArray(String[]::new))
        .stream()
        .map(row -> row.getUUID("id"))
        .collect(Collectors.toSet());
  }
}
