package io.watchbill.escalation.snapshot;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.kit.database.ClaimedRows;
import io.watchbill.kit.database.Rows;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Reads and writes snapshots. */
@ApplicationScoped
public class SnapshotRepository {
  private static final Logger LOG = Logger.getLogger(SnapshotRepository.class);
  private static final String STORE =
      """
      INSERT INTO incident_snapshot AS p
             (incident, version, round, state, muted_until, snapshot, received_at, traceparent)
      SELECT incident, version, round, state, muted_until, snapshot::jsonb, $7, traceparent
        FROM unnest($1::uuid[], $2::bigint[], $3::int[], $4::text[], $5::timestamptz[],
                    $6::text[], $8::text[])
             AS n (incident, version, round, state, muted_until, snapshot, traceparent)
       ORDER BY incident
      ON CONFLICT (incident) DO UPDATE
         SET version = excluded.version, round = excluded.round, state = excluded.state,
             muted_until = excluded.muted_until, snapshot = excluded.snapshot,
             received_at = excluded.received_at,
             traceparent = CASE WHEN p.round = excluded.round
                                THEN coalesce(p.traceparent, excluded.traceparent)
                                ELSE excluded.traceparent END,
             conditions_since = CASE
               WHEN p.round <> excluded.round THEN NULL
               WHEN p.muted_until IS DISTINCT FROM excluded.muted_until
                    OR p.snapshot -> 'severity' IS DISTINCT FROM excluded.snapshot -> 'severity'
                    OR p.snapshot -> 'tags' IS DISTINCT FROM excluded.snapshot -> 'tags'
                    OR p.snapshot -> 'type' IS DISTINCT FROM excluded.snapshot -> 'type'
                    OR p.snapshot -> 'restricted' IS DISTINCT FROM excluded.snapshot -> 'restricted'
                    OR p.snapshot -> 'commander' IS DISTINCT FROM excluded.snapshot -> 'commander'
               THEN excluded.received_at
               ELSE p.conditions_since END
       WHERE p.version < excluded.version
      RETURNING p.incident
      """;

  private static final String NEWEST =
      """
      SELECT incident, snapshot::text AS snapshot, received_at, conditions_since, traceparent
        FROM incident_snapshot WHERE incident = ANY($1)
      """;

  private static final String ACCESS =
      """
      SELECT incident, snapshot ->> 'team' AS team,
             snapshot -> 'restricted' = 'true'::jsonb AS restricted
        FROM (SELECT * FROM incident_snapshot UNION ALL SELECT * FROM past_incident_snapshot) AS s
       WHERE incident = $1
      """;

  private static final String REFERENCES =
      """
      SELECT incident, snapshot ->> 'reference' AS reference
        FROM (SELECT * FROM incident_snapshot UNION ALL SELECT * FROM past_incident_snapshot) AS s
       WHERE incident = ANY($1) AND snapshot ->> 'reference' IS NOT NULL
      """;

  private static final String TEAMS =
      """
      SELECT incident, snapshot ->> 'team' AS team
        FROM (SELECT * FROM incident_snapshot UNION ALL SELECT * FROM past_incident_snapshot) AS s
       WHERE incident = ANY($1) AND snapshot ->> 'team' IS NOT NULL
      """;

  private final Json json;
  private final ClaimedRows claimed;

  SnapshotRepository(Json json, MeterRegistry metrics) {
    this.json = json;
    this.claimed = ClaimedRows.of(metrics, "incident");
  }

  /**
   * Stores snapshots, one for each incident, unless the same or a newer version is known.
   *
   * @param traceparents by incident, of those whose change is part of a trace
   * @return the incidents whose snapshot was new
   */
  public Set<UUID> storeIfNewer(
      Tx tx, Collection<IncidentSnapshot> snapshots, Map<UUID, String> traceparents) {
    return tx
        .query(
            STORE,
            snapshots.stream().map(IncidentSnapshot::id).toArray(UUID[]::new),
            snapshots.stream().map(IncidentSnapshot::version).toArray(Long[]::new),
            snapshots.stream().map(IncidentSnapshot::round).toArray(Integer[]::new),
            snapshots.stream().map(IncidentSnapshot::state).toArray(String[]::new),
            snapshots.stream().map(IncidentSnapshot::mutedUntil).toArray(Instant[]::new),
            snapshots.stream().map(json::write).toArray(String[]::new),
            tx.now(),
            snapshots.stream().map(one -> traceparents.get(one.id())).toArray(String[]::new))
        .stream()
        .map(row -> row.getUUID("incident"))
        .collect(Collectors.toSet());
  }

  /** Returns what decides who may see an incident, also one of history. */
  public Optional<IncidentAccess> access(Tx tx, UUID incident) {
    return tx.one(ACCESS, incident)
        .map(
            row ->
                new IncidentAccess(
                    row.getUUID("incident"),
                    Optional.ofNullable(row.getString("team")),
                    Boolean.TRUE.equals(row.getBoolean("restricted"))));
  }

  /** Returns by which references people call incidents, also those of history. */
  public Map<UUID, String> references(Tx tx, Collection<UUID> incidents) {
    return tx
        .query(REFERENCES, (Object) incidents.stream().distinct().toArray(UUID[]::new))
        .stream()
        .collect(
            Collectors.toMap(
                row -> row.getUUID("incident"),
                row -> row.getString("reference"),
                (one, same) -> one));
  }

  /** Returns the teams of incidents, also of those of history. */
  public Map<UUID, String> teams(Tx tx, Collection<UUID> incidents) {
    return tx.query(TEAMS, (Object) incidents.stream().distinct().toArray(UUID[]::new)).stream()
        .collect(
            Collectors.toMap(
                row -> row.getUUID("incident"), row -> row.getString("team"), (one, same) -> one));
  }

  /**
   * Locks the snapshot of an incident. Transactions that only keep the incident out of history do
   * not wait.
   */
  public void lock(Tx tx, UUID incident) {
    tx.query("SELECT 1 FROM incident_snapshot WHERE incident = $1 FOR NO KEY UPDATE", incident);
  }

  /** Returns the newest snapshot of each incident. */
  public Map<UUID, StoredSnapshot> newest(Tx tx, Collection<UUID> incidents) {
    Map<UUID, StoredSnapshot> found = new HashMap<>();
    tx.query(NEWEST, (Object) incidents.toArray(new UUID[0]))
        .forEach(
            row -> {
              StoredSnapshot stored = stored(row);
              found.put(stored.snapshot().id(), stored);
            });
    return found;
  }

  /** Returns the same, without those that cannot be read. */
  public Map<UUID, StoredSnapshot> readable(Tx tx, Collection<UUID> incidents) {
    Map<UUID, StoredSnapshot> found = new HashMap<>();
    claimed
        .read(tx.query(NEWEST, (Object) incidents.toArray(new UUID[0])), this::stored)
        .forEach(stored -> found.put(stored.snapshot().id(), stored));
    return found;
  }

  public Optional<StoredSnapshot> newest(Tx tx, UUID incident) {
    return Optional.ofNullable(newest(tx, List.of(incident)).get(incident));
  }

  /**
   * Returns open, unmuted, unacknowledged incidents without a running escalation for their round.
   * Reads both tables once in the order of the incidents: a look-up for each row costs three times
   * as much.
   */
  public List<IncidentSnapshot> openWithoutEscalation(Tx tx, int limit) {
    tx.send("SET LOCAL enable_nestloop = off");
    tx.send("SET LOCAL enable_mergejoin = on");
    tx.send("SET LOCAL max_parallel_workers_per_gather = 0");
    return tx
        .query(
            "SELECT incident, snapshot::text AS snapshot, received_at, conditions_since, traceparent"
                + " FROM incident_snapshot p"
                + " WHERE state NOT IN ('resolved', 'acknowledged') AND (muted_until IS NULL OR"
                + " muted_until <= $1) AND NOT EXISTS (SELECT FROM escalation e WHERE e.incident ="
                + " p.incident AND e.round = p.round AND e.state = 'running') LIMIT $2",
            tx.now(),
            (long) limit)
        .stream()
        .flatMap(row -> readable(row).stream())
        .toList();
  }

  /** Skips rows that cannot be read. */
  private Optional<IncidentSnapshot> readable(Row row) {
    try {
      return Optional.of(stored(row).snapshot());
    } catch (RuntimeException e) {
      LOG.errorf(e, "the snapshot of incident %s cannot be read", row.getUUID("incident"));
      return Optional.empty();
    }
  }

  private StoredSnapshot stored(Row row) {
    return new StoredSnapshot(
        json.read(row.getString("snapshot"), IncidentSnapshot.class),
        Rows.instant(row, "received_at"),
        Rows.instantOrNull(row, "conditions_since"),
        row.getString("traceparent"));
  }
}
