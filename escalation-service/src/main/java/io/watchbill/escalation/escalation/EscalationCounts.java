package io.watchbill.escalation.escalation;

import io.watchbill.kit.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts running escalations. */
@ApplicationScoped
public class EscalationCounts {
  private static final String COUNT =
      """
      SELECT count(*) FILTER (WHERE next_due_at <= $1) AS due,
             count(*) FILTER (WHERE next_due_at IS NULL OR next_due_at > $1) AS waiting,
             coalesce(extract(epoch FROM $1 - min(next_due_at)), 0)::float8 AS late
        FROM escalation WHERE state = 'running'
      """;

  public WorkCount now(Tx tx) {
    return tx.one(COUNT, tx.now()).map(WorkCount::of).orElseThrow();
  }
}
