package io.watchbill.escalation.delivery;

import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.escalation.escalation.Purpose;
import io.watchbill.escalation.plan.facts.Branch;
import io.watchbill.escalation.recipient.PageTarget;

/** Reads rows of deliveries that are joined with their pages. */
final class DeliveryRows {
  /** The columns that {@link #ref} reads, of {@code d} and {@code p}. */
  static final String REF =
      """
      d.id, d.kind, d.attempts, d.outcome_unknown, p.id AS page, p.incident, p.round, p.branch,
      p.purpose, p.target_kind, p.target, p.step_name, p.role, p.reason
      """;

  private DeliveryRows() {}

  static DeliveryRef ref(Row row) {
    return new DeliveryRef(
        row.getUUID("id"),
        row.getString("kind"),
        row.getInteger("attempts"),
        row.getBoolean("outcome_unknown"),
        page(row));
  }

  private static DeliveryRef.PageOf page(Row row) {
    return new DeliveryRef.PageOf(
        row.getUUID("page"),
        new RoundBranch(
            row.getUUID("incident"), row.getInteger("round"), new Branch(row.getString("branch"))),
        Purpose.of(row.getString("purpose")),
        PageTarget.of(row),
        row.getString("step_name"),
        row.getString("role"),
        row.getString("reason"));
  }
}
