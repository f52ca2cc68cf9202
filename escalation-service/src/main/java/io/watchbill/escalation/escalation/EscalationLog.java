package io.watchbill.escalation.escalation;

import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.escalation.plan.decision.Outcome;
import io.watchbill.escalation.plan.progress.StepProgress;
import io.watchbill.escalation.visibility.IncidentSlice;
import io.watchbill.escalation.visibility.Visibility;
import io.watchbill.kit.database.Rows;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.database.Where;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Reads escalations with the outcomes of their steps, of open work and of history. */
@ApplicationScoped
public class EscalationLog {
  private static final String ALL =
      "(SELECT * FROM escalation UNION ALL SELECT * FROM past_escalation) AS escalation";

  private static final String OUTCOMES =
      """
      SELECT o.* FROM unnest($1::uuid[], $2::uuid[]) AS e (incident, id)
       CROSS JOIN LATERAL (
             SELECT * FROM step_outcome WHERE incident = e.incident AND escalation = e.id
             UNION ALL
             SELECT * FROM past_step_outcome WHERE incident = e.incident AND escalation = e.id) o
       ORDER BY o.decided_at, o.due_at, o.run, o.step, o.repetition
      """;

  private static final String PAGED =
      """
      SELECT e.id AS escalation, p.run, p.step, p.repetition,
             target_text(p.target_kind, p.target) AS target,
             ARRAY(SELECT d.kind
                     FROM (SELECT kind, due_at FROM delivery
                            WHERE incident = p.incident AND page = p.id
                           UNION ALL
                           SELECT kind, due_at FROM past_delivery
                            WHERE incident = p.incident AND page = p.id) d
                    ORDER BY d.due_at, d.kind) AS by
        FROM unnest($1::uuid[], $2::uuid[], $3::int[], $4::text[])
             AS e (incident, id, round, purpose)
       CROSS JOIN LATERAL (
             SELECT id, incident, run, step, repetition, target_kind, target FROM page
              WHERE incident = e.incident AND round = e.round AND purpose = e.purpose
             UNION ALL
             SELECT id, incident, run, step, repetition, target_kind, target FROM past_page
              WHERE incident = e.incident AND round = e.round AND purpose = e.purpose) p
       ORDER BY p.id
      """;

  private final ProgressCodec codec;
  private final Visibility visibility;

  EscalationLog(ProgressCodec codec, Visibility visibility) {
    this.codec = codec;
    this.visibility = visibility;
  }

  /** Returns escalations in the order of their ids, the oldest first. */
  public List<EscalationView> list(Tx tx, IncidentSlice slice, boolean held) {
    Where where = visibility.of(slice);
    if (held) {
      where.and("state = 'running' AND jsonb_path_exists(progress, '$.steps[*].held')");
    }
    String sql =
        "SELECT * FROM "
            + (held ? "escalation" : ALL)
            + where.sql()
            + " ORDER BY id LIMIT "
            + where.place(slice.limit());
    List<Row> rows = tx.query(sql, where.values());
    Map<UUID, List<EscalationView.Taken>> outcomes = outcomes(tx, rows);
    return rows.stream().map(row -> view(row, outcomes)).toList();
  }

  /** A repetition of a step of an escalation. */
  private record Step(UUID escalation, int run, int step, int repetition) {
    static Step of(Row row) {
      return new Step(
          row.getUUID("escalation"),
          row.getInteger("run"),
          row.getInteger("step"),
          row.getInteger("repetition"));
    }
  }

  private static Map<Step, List<EscalationView.Paged>> paged(Tx tx, List<Row> escalations) {
    Map<Step, List<EscalationView.Paged>> paged = new HashMap<>();
    tx.query(
            PAGED,
            escalations.stream().map(row -> row.getUUID("incident")).toArray(UUID[]::new),
            escalations.stream().map(row -> row.getUUID("id")).toArray(UUID[]::new),
            escalations.stream().map(row -> row.getInteger("round")).toArray(Integer[]::new),
            escalations.stream().map(row -> row.getString("purpose")).toArray(String[]::new))
        .forEach(
            row ->
                paged
                    .computeIfAbsent(Step.of(row), step -> new ArrayList<>())
                    .add(
                        new EscalationView.Paged(
                            row.getString("target"), List.of(row.getArrayOfStrings("by")))));
    return paged;
  }

  private static Map<UUID, List<EscalationView.Taken>> outcomes(Tx tx, List<Row> escalations) {
    Map<Step, List<EscalationView.Paged>> paged = paged(tx, escalations);
    Map<UUID, List<EscalationView.Taken>> outcomes = new HashMap<>();
    tx.query(
            OUTCOMES,
            escalations.stream().map(row -> row.getUUID("incident")).toArray(UUID[]::new),
            escalations.stream().map(row -> row.getUUID("id")).toArray(UUID[]::new))
        .forEach(
            row ->
                outcomes
                    .computeIfAbsent(row.getUUID("escalation"), id -> new ArrayList<>())
                    .add(taken(row, paged.getOrDefault(Step.of(row), List.of()))));
    return outcomes;
  }

  private static EscalationView.Taken taken(Row row, List<EscalationView.Paged> paged) {
    return new EscalationView.Taken(
        row.getString("name"),
        row.getString("branch"),
        row.getInteger("run"),
        row.getInteger("repetition"),
        outcome(row.getString("kind"), paged),
        Rows.instantOrNull(row, "due_at"),
        Rows.instant(row, "decided_at"),
        row.getString("reason"),
        paged);
  }

  /** Returns the outcome; pages are created before it is known whether they reach anybody. */
  private static String outcome(String kind, List<EscalationView.Paged> paged) {
    boolean nobody = !paged.isEmpty() && paged.stream().allMatch(one -> one.by().isEmpty());
    return kind.equals(Outcome.Kind.PAGED.text()) && nobody ? "nobody-reached" : kind;
  }

  private List<HeldView> held(Row row) {
    if (Rows.instantOrNull(row, "ended_at") != null) {
      return List.of();
    }
    return codec.read(row.getJson("progress").toString()).steps().stream()
        .map(StepProgress::held)
        .filter(Objects::nonNull)
        .map(HeldView::of)
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
        Rows.instantOrNull(row, "next_due_at"),
        Rows.instantOrNull(row, "ended_at"),
        row.getString("end_reason"),
        outcomes.getOrDefault(row.getUUID("id"), List.of()),
        held(row));
  }
}
