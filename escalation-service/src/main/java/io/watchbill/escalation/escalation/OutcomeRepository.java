package io.watchbill.escalation.escalation;

import io.watchbill.kit.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Stores the outcomes of the steps of escalations. */
@ApplicationScoped
class OutcomeRepository {
  private static final String INSERT =
      """
      INSERT INTO step_outcome
             (incident, escalation, run, step, repetition, name, branch, kind, due_at, decided_at,
              reason)
      SELECT incident, escalation, run, step, repetition, name, branch, kind, due_at, $10, reason
        FROM unnest($1::uuid[], $2::int[], $3::int[], $4::int[], $5::text[], $6::text[],
                    $7::text[], $8::timestamptz[], $9::text[], $11::uuid[])
             AS o (escalation, run, step, repetition, name, branch, kind, due_at, reason, incident)
      """;

  void insert(Tx tx, List<OutcomeRow> rows) {
    if (rows.isEmpty()) {
      return;
    }
    tx.update(
        INSERT,
        rows.stream().map(OutcomeRow::escalation).toArray(UUID[]::new),
        rows.stream().map(row -> row.outcome().key().run()).toArray(Integer[]::new),
        rows.stream().map(row -> row.outcome().key().step()).toArray(Integer[]::new),
        rows.stream().map(row -> row.outcome().key().repetition()).toArray(Integer[]::new),
        rows.stream().map(OutcomeRow::name).toArray(String[]::new),
        rows.stream().map(row -> row.branch().name()).toArray(String[]::new),
        rows.stream().map(row -> row.outcome().kind().text()).toArray(String[]::new),
        rows.stream().map(row -> row.outcome().due()).toArray(Instant[]::new),
        rows.stream().map(row -> row.outcome().reason()).toArray(String[]::new),
        tx.now(),
        rows.stream().map(OutcomeRow::incident).toArray(UUID[]::new));
  }
}
