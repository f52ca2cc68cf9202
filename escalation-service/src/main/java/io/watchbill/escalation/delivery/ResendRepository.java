package io.watchbill.escalation.delivery;

import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.kit.database.Rows;
import io.watchbill.kit.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Queues failed deliveries again, which people ask for. */
@ApplicationScoped
public class ResendRepository {
  /** How long it is retried, as a new one is. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final String FIND =
      """
      SELECT %s, d.state, d.reason AS result, d.resends, d.resent_at
        FROM (SELECT * FROM delivery WHERE id = $1
               UNION ALL
              SELECT * FROM past_delivery WHERE id = $1) AS d
        JOIN (SELECT * FROM page UNION ALL SELECT * FROM past_page) AS p
          ON p.id = d.page AND p.incident = d.incident
      """
          .formatted(DeliveryRows.REF);

  private static final String LOCK = "SELECT 1 FROM delivery WHERE id = $1 FOR UPDATE";

  /** Only from the state in which nobody sends it and nothing else becomes of it. */
  private static final String AGAIN =
      """
      UPDATE delivery
         SET state = 'queued', reason = $2, lease = NULL, available_at = $3,
             give_up_at = greatest(give_up_at, $4), resends = resends + 1, resent_at = $3
       WHERE id = $1 AND state = 'failed'
      """;

  /**
   * A delivery that somebody asks to send again.
   *
   * @param result what came of it last; null while nothing has
   * @param resends how often it was sent again
   * @param resentAt null if never
   */
  public record Resendable(
      DeliveryRef ref,
      DeliveryStatus state,
      @Nullable String result,
      int resends,
      @Nullable Instant resentAt) {}

  /** Returns a delivery, also one of history. */
  public Optional<Resendable> find(Tx tx, UUID delivery) {
    return tx.one(FIND, delivery).map(ResendRepository::resendable);
  }

  /** Locks a delivery of open work, so that nothing else becomes of it, and returns it. */
  public Optional<Resendable> lock(Tx tx, UUID delivery) {
    tx.query(LOCK, delivery);
    return find(tx, delivery);
  }

  /** Queues a failed delivery; returns whether it was one. */
  public boolean again(Tx tx, UUID delivery, String reason) {
    return tx.update(AGAIN, delivery, reason, tx.now(), tx.now().plus(PATIENCE)) == 1;
  }

  private static Resendable resendable(Row row) {
    return new Resendable(
        DeliveryRows.ref(row),
        DeliveryStatus.of(row.getString("state")).orElseThrow(),
        row.getString("result"),
        row.getInteger("resends"),
        Rows.instantOrNull(row, "resent_at"));
  }
}
