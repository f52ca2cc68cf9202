package io.watchbill.escalation.picture;

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

/** Rows of pictures. */
@ApplicationScoped
public class PictureRepository {
  private static final Logger LOG = Logger.getLogger(PictureRepository.class);
  private static final String STORE =
      """
      INSERT INTO incident_picture AS p
             (incident, version, round, state, quiet_until, picture, received_at)
      SELECT incident, version, round, state, quiet_until, picture::jsonb, $7
        FROM unnest($1::uuid[], $2::bigint[], $3::int[], $4::text[], $5::timestamptz[],
                    $6::text[]) AS n (incident, version, round, state, quiet_until, picture)
       ORDER BY incident
      ON CONFLICT (incident) DO UPDATE
         SET version = excluded.version, round = excluded.round, state = excluded.state,
             quiet_until = excluded.quiet_until, picture = excluded.picture,
             received_at = excluded.received_at,
             conditions_since = CASE
               WHEN p.round <> excluded.round THEN NULL
               WHEN p.quiet_until IS DISTINCT FROM excluded.quiet_until
                    OR p.picture -> 'severity' IS DISTINCT FROM excluded.picture -> 'severity'
                    OR p.picture -> 'tags' IS DISTINCT FROM excluded.picture -> 'tags'
                    OR p.picture -> 'type' IS DISTINCT FROM excluded.picture -> 'type'
                    OR p.picture -> 'restricted' IS DISTINCT FROM excluded.picture -> 'restricted'
                    OR p.picture -> 'commander' IS DISTINCT FROM excluded.picture -> 'commander'
               THEN excluded.received_at
               ELSE p.conditions_since END
       WHERE p.version < excluded.version
      RETURNING p.incident
      """;

  private static final String NEWEST =
      """
      SELECT incident, picture::text AS picture, received_at, conditions_since
        FROM incident_picture WHERE incident = ANY($1)
      """;

  private final Json json;
  private final ClaimedRows claimed;

  PictureRepository(Json json, MeterRegistry metrics) {
    this.json = json;
    this.claimed = ClaimedRows.of(metrics, "incident");
  }

  /**
   * Stores pictures, one of an incident, unless a newer version, or the same, is known.
   *
   * @return the incidents whose picture was news
   */
  public Set<UUID> storeIfNewer(Tx tx, Collection<IncidentPicture> pictures) {
    return tx
        .query(
            STORE,
            pictures.stream().map(IncidentPicture::id).toArray(UUID[]::new),
            pictures.stream().map(IncidentPicture::version).toArray(Long[]::new),
            pictures.stream().map(IncidentPicture::round).toArray(Integer[]::new),
            pictures.stream().map(IncidentPicture::state).toArray(String[]::new),
            pictures.stream().map(IncidentPicture::quietUntil).toArray(Instant[]::new),
            pictures.stream().map(json::write).toArray(String[]::new),
            tx.now())
        .stream()
        .map(row -> row.getUUID("incident"))
        .collect(Collectors.toSet());
  }

  /** Waits for whoever else changes what is known of an incident. */
  public void lock(Tx tx, UUID incident) {
    tx.query("SELECT 1 FROM incident_picture WHERE incident = $1 FOR UPDATE", incident);
  }

  /** The newest picture of each incident. */
  public Map<UUID, StoredPicture> newest(Tx tx, Collection<UUID> incidents) {
    Map<UUID, StoredPicture> found = new HashMap<>();
    tx.query(NEWEST, (Object) incidents.toArray(new UUID[0]))
        .forEach(
            row -> {
              StoredPicture stored = stored(row);
              found.put(stored.picture().id(), stored);
            });
    return found;
  }

  /** Of the same those that can be read: one that cannot harms no other's. */
  public Map<UUID, StoredPicture> readable(Tx tx, Collection<UUID> incidents) {
    Map<UUID, StoredPicture> found = new HashMap<>();
    claimed
        .read(tx.query(NEWEST, (Object) incidents.toArray(new UUID[0])), this::stored)
        .forEach(stored -> found.put(stored.picture().id(), stored));
    return found;
  }

  public Optional<StoredPicture> newest(Tx tx, UUID incident) {
    return Optional.ofNullable(newest(tx, List.of(incident)).get(incident));
  }

  /**
   * Open, unmuted, unacknowledged incidents whose round no escalation runs for. Both are read in
   * the order of the incidents, once: to look into the one for each of the other costs three times
   * as much.
   */
  public List<IncidentPicture> openWithoutEscalation(Tx tx, int limit) {
    tx.send("SET LOCAL enable_nestloop = off");
    tx.send("SET LOCAL enable_mergejoin = on");
    tx.send("SET LOCAL max_parallel_workers_per_gather = 0");
    return tx
        .query(
            "SELECT incident, picture::text AS picture, received_at, conditions_since FROM incident_picture p"
                + " WHERE state NOT IN ('resolved', 'acknowledged') AND (quiet_until IS NULL OR"
                + " quiet_until <= $1) AND NOT EXISTS (SELECT FROM escalation e WHERE e.incident ="
                + " p.incident AND e.round = p.round AND e.state = 'running') LIMIT $2",
            tx.now(),
            (long) limit)
        .stream()
        .flatMap(row -> readable(row).stream())
        .toList();
  }

  /** One that cannot be read must not hide the others. */
  private Optional<IncidentPicture> readable(Row row) {
    try {
      return Optional.of(stored(row).picture());
    } catch (RuntimeException e) {
      LOG.errorf(e, "the picture of incident %s cannot be read", row.getUUID("incident"));
      return Optional.empty();
    }
  }

  private StoredPicture stored(Row row) {
    return new StoredPicture(
        json.read(row.getString("picture"), IncidentPicture.class),
        Rows.instant(row, "received_at"),
        Rows.instant(row, "conditions_since"));
  }
}
