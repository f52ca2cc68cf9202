package io.watchbill.escalation.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.escalation.snapshot.IncidentSnapshot;
import io.watchbill.kit.database.ClaimedRows;
import io.watchbill.kit.database.Rows;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.id.Ids;
import io.watchbill.kit.json.Json;
import io.watchbill.kit.loop.LoopPause;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Claims deliveries for their senders and renews leases. */
@ApplicationScoped
public class ClaimRepository {
  private static final Duration UNREADABLE = Duration.ofSeconds(30);

  /**
   * Claims due deliveries of a kind, a bounded share for each provider. Deliveries whose lease
   * ended without a result are among them; their last attempt is marked unknown. Each share is
   * taken at random from four such shares of the oldest, the most urgent first, so that replicas
   * that claim at once get different ones. Ids are compared with arrays, for which the planner
   * expects few rows, and without a condition for which it could take another index and read all
   * that is queued.
   */
  static final String CLAIM =
      """
      WITH oldest AS (
        SELECT d.*
          FROM unnest('{0, 1, 2, 3}'::smallint[]) AS u (urgency)
         CROSS JOIN LATERAL (
               SELECT id, provider, urgency, available_at FROM delivery
                WHERE kind = $1 AND urgency = u.urgency AND state IN ('queued', 'sending')
                  AND available_at BETWEEN $9 AND $2 AND provider <> ALL($3)
                ORDER BY available_at LIMIT $4) d
         LIMIT $4
      ), near AS (
        SELECT id, provider, urgency,
               row_number() OVER (PARTITION BY provider ORDER BY urgency, available_at) AS place
          FROM oldest
      ), share AS (
        SELECT id, urgency,
               row_number() OVER (PARTITION BY provider ORDER BY urgency, random()) AS place
          FROM near WHERE place <= 4 * $5
      ), chosen AS (
        SELECT id FROM share WHERE place <= $5 ORDER BY urgency, place LIMIT $6
      ), seen AS (
        SELECT id, state, available_at FROM delivery
         WHERE id = ANY(ARRAY(SELECT id FROM chosen))
           FOR UPDATE SKIP LOCKED
      ), locked AS (
        SELECT id FROM seen WHERE state IN ('queued', 'sending') AND available_at <= $2
      ), unknown AS (
        UPDATE delivery_attempt
           SET ended_at = $2, outcome = 'unknown', detail = 'its lease ended without a result'
         WHERE delivery = ANY(ARRAY(SELECT id FROM locked)) AND outcome IS NULL
      ), claimed AS (
        UPDATE delivery
           SET state = 'sending', attempts = attempts + 1, lease = $7, available_at = $8,
               reason = NULL, outcome_unknown = outcome_unknown OR state = 'sending'
         WHERE id = ANY(ARRAY(SELECT id FROM locked))
        RETURNING *
      ), attempt AS (
        INSERT INTO delivery_attempt (incident, delivery, number, lease, started_at)
        SELECT incident, id, attempts, lease, $2 FROM claimed
      )
      SELECT %s,
             d.lease, d.address, d.secret, d.provider, d.due_at, d.give_up_at,
             i.snapshot::text AS snapshot, i.traceparent,
             (SELECT count(*) FROM share) > (SELECT count(*) FROM chosen) AS more
        FROM claimed d
        JOIN page p ON p.id = d.page
        JOIN incident_snapshot i ON i.incident = d.incident
      """
          .formatted(DeliveryRows.REF);

  /**
   * Leaves out the state, which the lease implies: its index would read all live rows. Skips locked
   * rows, which are being recorded or dropped: waiting for them might deadlock.
   */
  static final String RENEW =
      """
      UPDATE delivery SET available_at = $3
       WHERE id = ANY(ARRAY(
               SELECT d.id FROM unnest($1::uuid[], $2::uuid[]) AS s (id, lease)
                 JOIN delivery d ON d.id = s.id AND d.lease = s.lease
                  FOR UPDATE OF d SKIP LOCKED))
      RETURNING id
      """;

  private final Json json;
  private final DeliveryFloors floors;
  private final ClaimedRows claimed;
  private final ClaimedRows snapshots;

  /**
   * The result of a claim.
   *
   * @param more whether more was due than the claim asked for
   */
  public record Claims(List<Claimed> deliveries, boolean more) {}

  ClaimRepository(Json json, DeliveryFloors floors, MeterRegistry metrics) {
    this.json = json;
    this.floors = floors;
    this.claimed = ClaimedRows.of(metrics, "delivery");
    this.snapshots = ClaimedRows.of(metrics, "snapshot");
  }

  /** Returns the pause of the loop that sends deliveries of a kind. */
  public LoopPause untilDue(String kind, Duration poll) {
    return floors.untilDue(kind, poll);
  }

  /**
   * Claims due deliveries and stores one attempt for each.
   *
   * @param busy providers that have all their parallel calls
   * @param each most deliveries of one provider
   */
  public Claims claim(
      Tx tx, String kind, Collection<String> busy, int each, int limit, Duration lease) {
    tx.send(Tx.PLANNED_ONCE);
    List<Row> rows =
        tx.query(
            CLAIM,
            kind,
            tx.now(),
            busy.toArray(new String[0]),
            8L * limit,
            (long) each,
            (long) limit,
            Ids.next(),
            tx.now().plus(lease),
            floors.of(kind).at());
    return new Claims(
        claimed.read(rows, this::claimed, (row, e) -> putAside(tx, row)),
        rows.stream().anyMatch(row -> row.getBoolean("more")));
  }

  /** Renews leases; returns the deliveries that are still ours. */
  public List<UUID> renew(Tx tx, List<Claimed> sending, Duration lease) {
    return tx
        .query(
            RENEW,
            sending.stream().map(Claimed::id).toArray(UUID[]::new),
            sending.stream().map(Claimed::lease).toArray(UUID[]::new),
            tx.now().plus(lease))
        .stream()
        .map(row -> row.getUUID("id"))
        .toList();
  }

  private Claimed claimed(Row row) {
    return new Claimed(
        DeliveryRows.ref(row),
        row.getUUID("lease"),
        new Destination(
            row.getString("kind"),
            row.getString("address"),
            row.getString("secret"),
            row.getString("provider")),
        Rows.instant(row, "due_at"),
        Rows.instant(row, "give_up_at"),
        snapshot(row),
        row.getString("traceparent"));
  }

  /** Reads the snapshot; without a readable one the page says less, but is sent. */
  private IncidentSnapshot snapshot(Row row) {
    List<IncidentSnapshot> read =
        snapshots.read(
            List.of(row), one -> json.read(one.getString("snapshot"), IncidentSnapshot.class));
    return read.isEmpty()
        ? IncidentSnapshot.unreadable(
            row.getUUID("incident"), row.getInteger("round"), Rows.instant(row, "due_at"))
        : read.getFirst();
  }

  /** Puts back a row that cannot be read, until later. */
  private static void putAside(Tx tx, Row row) {
    tx.send(
        "UPDATE delivery_attempt SET ended_at = $3, outcome = 'not-sent', detail = 'its row cannot"
            + " be read' WHERE delivery = $1 AND number = $2",
        row.getUUID("id"),
        row.getInteger("attempts"),
        tx.now());
    tx.send(
        "UPDATE delivery SET state = 'queued', lease = NULL, available_at = $2, reason = 'its row"
            + " cannot be read' WHERE id = $1",
        row.getUUID("id"),
        tx.now().plus(UNREADABLE));
  }
}
