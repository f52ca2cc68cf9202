package io.watchbill.escalation.delivery;

import io.watchbill.escalation.escalation.WorkCount;
import io.watchbill.kit.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts deliveries that are queued or being sent. */
@ApplicationScoped
public class DeliveryCounts {
  private static final String COUNT =
      """
      SELECT count(*) FILTER (WHERE available_at <= $1) AS due,
             count(*) FILTER (WHERE available_at > $1) AS waiting,
             coalesce(extract(epoch FROM $1 - min(available_at)), 0)::float8 AS late
        FROM delivery WHERE state IN ('queued', 'sending')
      """;

  public WorkCount now(Tx tx) {
    return tx.one(COUNT, tx.now()).map(WorkCount::of).orElseThrow();
  }
}
