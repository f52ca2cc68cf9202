package io.watchbill.escalation.delivery;

import io.watchbill.kit.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Records how the attempts of claimed deliveries ended, and what becomes of the deliveries. */
@ApplicationScoped
public class AttemptRepository {
  private static final String END =
      """
      UPDATE delivery_attempt SET ended_at = $3, outcome = $4, detail = $5
       WHERE delivery = $1 AND number = $2
      """;

  private static final String SETTLE =
      """
      UPDATE delivery
         SET state = $3, reason = $4, available_at = coalesce($5, available_at),
             handed_over_at = NULL, lease = NULL
       WHERE id = $1 AND lease = $2 AND state = 'sending'
      """;

  private static final String STORED =
      """
      SELECT 1 FROM (SELECT incident, delivery, lease FROM delivery_attempt
                      UNION ALL
                     SELECT incident, delivery, lease FROM past_delivery_attempt) a
       WHERE incident = $1 AND delivery = $2 AND lease = $3
      """;

  private static final String MARK = "UPDATE delivery SET outcome_unknown = true WHERE id = $1";

  /** Returns whether the attempt that a claim made is stored, under way or ended. */
  public boolean isStored(Tx tx, UUID incident, UUID delivery, UUID lease) {
    return tx.one(STORED, incident, delivery, lease).isPresent();
  }

  public boolean retryAt(Tx tx, Claimed delivery, String detail, Instant at) {
    end(tx, delivery, AttemptOutcome.FAILED, detail);
    return settle(tx, delivery, DeliveryStatus.QUEUED, detail, at);
  }

  /**
   * Retries as {@link #retryAt} does; the message may have arrived, so the next attempt is marked.
   */
  public boolean retryUnknownAt(Tx tx, Claimed delivery, String detail, Instant at) {
    end(tx, delivery, AttemptOutcome.UNKNOWN, detail);
    boolean ours = settle(tx, delivery, DeliveryStatus.QUEUED, detail, at);
    if (ours) {
      tx.update(MARK, delivery.id());
    }
    return ours;
  }

  public boolean failed(Tx tx, Claimed delivery, String detail) {
    end(tx, delivery, AttemptOutcome.FAILED, detail);
    return settle(tx, delivery, DeliveryStatus.FAILED, detail, null);
  }

  /** Ends an attempt without a call: the delivery is not to be sent, or not now. */
  public boolean notSent(
      Tx tx,
      Claimed delivery,
      DeliveryStatus state,
      @Nullable String reason,
      @Nullable Instant at) {
    end(tx, delivery, AttemptOutcome.NOT_SENT, reason);
    return settle(tx, delivery, state, reason, at);
  }

  private static void end(
      Tx tx, Claimed delivery, AttemptOutcome outcome, @Nullable String detail) {
    tx.update(END, delivery.id(), delivery.attempt(), tx.now(), outcome.wire(), detail);
  }

  private static boolean settle(
      Tx tx,
      Claimed delivery,
      DeliveryStatus state,
      @Nullable String reason,
      @Nullable Instant availableAt) {
    return tx.update(
            SETTLE, delivery.id(), delivery.lease(), state.wire(), reason, notPast(tx, availableAt))
        == 1;
  }

  /** Returns an instant that is not in the past: claims may have passed it already. */
  private static @Nullable Instant notPast(Tx tx, @Nullable Instant at) {
    return at != null && at.isBefore(tx.now()) ? tx.now() : at;
  }
}
