package io.watchbill.escalation.escalation;

import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.escalation.plan.Held;
import io.watchbill.escalation.plan.StepProgress;
import io.watchbill.kit.database.Rows;
import io.watchbill.kit.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Reads escalations with the outcomes of their steps. */
@ApplicationScoped
class EscalationLog {

  private final ProgressCodec codec;

  EscalationLog(ProgressCodec codec) {
    this.codec = codec;
  }

  /** Escalations in the order of their ids, which is that of their start. */
  List<EscalationView> list(Tx tx, UUID incident, boolean held, UUID after, int limit) {
    List<Row> rows =
        tx.query(
            "SELECT * FROM escalation WHERE ($1::uuid IS NULL OR incident = $1) AND ($2::uuid IS"
                + " NULL OR id > $2) AND (NOT $4 OR state = 'running' AND"
                + " jsonb_path_exists(progress, '$.steps[*].held')) ORDER BY id LIMIT $3",
            incident,
            after,
            (long) limit,
            held);
    Map<UUID, List<EscalationView.Taken>> outcomes = outcomes(tx, rows);
    return rows.stream().map(row -> view(row, outcomes)).toList();
  }

  private static Map<UUID, List<EscalationView.Taken>> outcomes(Tx tx, List<Row> escalations) {
    Map<UUID, List<EscalationView.Taken>> outcomes = new HashMap<>();
    tx.query(
            "SELECT * FROM step_outcome WHERE escalation = ANY($1) ORDER BY decided_at, due_at,"
                + " pass, step, repetition",
            (Object) escalations.stream().map(row -> row.getUUID("id")).toArray(UUID[]::new))
        .forEach(
            row ->
                outcomes
                    .computeIfAbsent(row.getUUID("escalation"), id -> new ArrayList<>())
                    .add(taken(row)));
    return outcomes;
  }

  private static EscalationView.Taken taken(Row row) {
    return new EscalationView.Taken(
        row.getString("name"),
        row.getString("branch"),
        row.getInteger("pass"),
        row.getInteger("repetition"),
        row.getString("kind"),
        Rows.instant(row, "due_at"),
        Rows.instant(row, "decided_at"),
        row.getString("reason"));
  }

  private List<Held> held(Row row) {
    if (!row.getString("state").equals("running")) {
      return List.of();
    }
    return codec.read(row.getJson("progress").toString()).steps().stream()
        .map(StepProgress::held)
        .filter(Objects::nonNull)
        .toList();
  }

  private EscalationView view(Row row, Map<UUID, List<EscalationView.Taken>> outcomes) {
    return new EscalationView(
        row.getUUID("id"),
        row.getUUID("incident"),
        row.getInteger("round"),
        row.getString("purpose"),
        row.getString("policy"),
        row.getString("choice"),
        row.getString("state"),
        Rows.instant(row, "started_at"),
        Rows.instant(row, "next_due_at"),
        Rows.instant(row, "ended_at"),
        row.getString("end_reason"),
        outcomes.getOrDefault(row.getUUID("id"), List.of()),
        held(row));
  }
}
