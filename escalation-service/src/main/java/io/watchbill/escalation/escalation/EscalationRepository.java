package io.watchbill.escalation.escalation;

import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.escalation.plan.progress.Progress;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads and writes escalations. */
@ApplicationScoped
public class EscalationRepository {
  /** Claims do not look further back than the present for what is due again. */
  private static final String SETTLE =
      """
      UPDATE escalation e
         SET progress = s.progress::jsonb,
             next_due_at = CASE WHEN s.next_due_at < $5 THEN $5 ELSE s.next_due_at END,
             state = CASE WHEN s.end_reason IS NULL THEN 'running' ELSE 'ended' END,
             end_reason = s.end_reason,
             ended_at = CASE WHEN s.end_reason IS NULL THEN NULL ELSE $5::timestamptz END
        FROM unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::text[])
             AS s (id, progress, next_due_at, end_reason)
       WHERE e.id = s.id
      """;

  private static final String START =
      """
      INSERT INTO escalation (id, incident, round, purpose, policy, snapshot, choice, engine,
                              state, progress, next_due_at, started_at, urgency)
      SELECT id, incident, round, purpose, policy, snapshot, choice, engine,
             'running', progress::jsonb, $10, $10,
             coalesce((SELECT urgency_of(p.snapshot) FROM incident_snapshot p
                        WHERE p.incident = s.incident), 1)
        FROM unnest($1::uuid[], $2::uuid[], $3::int[], $4::text[], $5::text[], $6::text[],
                    $7::text[], $8::int[], $9::text[])
             AS s (id, incident, round, purpose, policy, snapshot, choice, engine, progress)
      ON CONFLICT (incident, round, purpose) DO NOTHING
      RETURNING incident
      """;

  private final ProgressCodec codec;
  private final EscalationRows rows;
  private final OutcomeRepository outcomes;

  EscalationRepository(ProgressCodec codec, EscalationRows rows, OutcomeRepository outcomes) {
    this.codec = codec;
    this.rows = rows;
    this.outcomes = outcomes;
  }

  /**
   * Starts escalations, due at once, unless the round has one of that purpose.
   *
   * @return the incidents whose escalation started
   */
  public Set<UUID> start(Tx tx, List<Start> starts) {
    if (starts.isEmpty()) {
      return Set.of();
    }
    return incidents(
        tx.query(
            START,
            starts.stream().map(start -> Ids.next()).toArray(UUID[]::new),
            starts.stream().map(Start::incident).toArray(UUID[]::new),
            starts.stream().map(Start::round).toArray(Integer[]::new),
            starts.stream().map(start -> start.purpose().text()).toArray(String[]::new),
            starts.stream().map(start -> start.choice().id()).toArray(String[]::new),
            starts.stream().map(start -> start.choice().snapshot()).toArray(String[]::new),
            starts.stream().map(start -> start.choice().reason()).toArray(String[]::new),
            starts.stream().map(start -> start.policy().engine()).toArray(Integer[]::new),
            starts.stream().map(this::begun).toArray(String[]::new),
            tx.now()));
  }

  private String begun(Start start) {
    return codec.write(Progress.start(start.policy(), start.anchor()));
  }

  private static Set<UUID> incidents(List<Row> rows) {
    return rows.stream().map(row -> row.getUUID("incident")).collect(Collectors.toSet());
  }

  /** Locks the running main escalation of a round. */
  public Optional<Escalation> lockMain(Tx tx, UUID incident, int round) {
    return tx.one(
            "SELECT id, incident, round, purpose, snapshot, progress::text AS progress FROM"
                + " escalation WHERE incident = $1 AND round = $2 AND purpose = 'main' AND state ="
                + " 'running' FOR UPDATE",
            incident,
            round)
        .map(rows::escalation);
  }

  /** Locks the running escalations of an incident and makes them due at once: its facts changed. */
  public void wake(Tx tx, UUID incident) {
    wake(tx, Set.of(incident));
  }

  /** Makes the escalations of incidents due at once. */
  public void wake(Tx tx, Set<UUID> incidents) {
    tx.send(
        "UPDATE escalation e SET next_due_at = $2, urgency = coalesce((SELECT urgency_of(snapshot)"
            + " FROM incident_snapshot p WHERE p.incident = e.incident), e.urgency) WHERE id IN"
            + " (SELECT id FROM escalation WHERE incident = ANY($1) AND state = 'running' ORDER BY id FOR UPDATE)",
        incidents.toArray(new UUID[0]),
        tx.now());
  }

  /**
   * Makes escalations due at once that paged somebody through a role of a rotation: its shift
   * changed.
   */
  public void wakeWatching(Tx tx, String rotation) {
    tx.update(
        "UPDATE escalation SET next_due_at = $2 WHERE id IN (SELECT id FROM escalation WHERE state"
            + " = 'running' AND progress -> 'pagedRoles' @>"
            + " jsonb_build_array(jsonb_build_object('rotation', $1::text)) ORDER BY id FOR"
            + " UPDATE)",
        rotation,
        tx.now());
  }

  /** Puts off an escalation whose decision failed. */
  public void putOff(Tx tx, UUID id, Duration pause) {
    tx.send(
        "UPDATE escalation SET next_due_at = $2 WHERE id = $1 AND state = 'running'",
        id,
        tx.now().plus(pause));
  }

  /**
   * Returns the snapshots of the policies by which main escalations run.
   *
   * @param rounds of the incidents, in the same order
   */
  public Map<RoundRef, String> mainPolicySnapshots(
      Tx tx, List<UUID> incidents, List<Integer> rounds) {
    return tx
        .query(
            "SELECT DISTINCT e.incident, e.round, e.snapshot FROM unnest($1::uuid[], $2::int[]) AS"
                + " n (incident, round) JOIN escalation e ON e.incident = n.incident AND e.round ="
                + " n.round AND e.purpose = 'main'",
            incidents.toArray(new UUID[0]),
            rounds.toArray(new Integer[0]))
        .stream()
        .collect(
            Collectors.toMap(
                row -> new RoundRef(row.getUUID("incident"), row.getInteger("round")),
                row -> row.getString("snapshot")));
  }

  /** Returns the incidents whose round, in the same order, has a main escalation. */
  public Set<UUID> withMain(Tx tx, List<UUID> incidents, List<Integer> rounds) {
    return incidents(
        tx.query(
            "SELECT e.incident FROM unnest($1::uuid[], $2::int[]) AS n (incident, round) JOIN"
                + " escalation e ON e.incident = n.incident AND e.round = n.round AND e.purpose ="
                + " 'main'",
            incidents.toArray(new UUID[0]),
            rounds.toArray(new Integer[0])));
  }

  /** Stores decisions. */
  public void settle(Tx tx, List<Settled> settled) {
    tx.update(
        SETTLE,
        settled.stream().map(s -> s.escalation().id()).toArray(UUID[]::new),
        settled.stream().map(s -> codec.write(s.decision().progress())).toArray(String[]::new),
        settled.stream().map(Settled::nextDue).toArray(Instant[]::new),
        settled.stream().map(s -> s.decision().end().orElse(null)).toArray(String[]::new),
        tx.now());
    outcomes.insert(tx, settled.stream().flatMap(OutcomeRow::of).toList());
  }
}
