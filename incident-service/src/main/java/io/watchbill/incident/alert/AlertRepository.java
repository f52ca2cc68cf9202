package io.watchbill.incident.alert;

import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.incident.lifecycle.Severity;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.id.Ids;
import io.watchbill.kit.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Stores alerts: firing ones in the table {@code alert}, at most one of a fingerprint; resolved
 * ones in {@code alert_history}, by the month of the incident whose group they joined first.
 */
@ApplicationScoped
public class AlertRepository {
  /**
   * Stores all alerts of a request in one statement. Open rows are locked in the order of
   * fingerprints before anything is written, so that two senders of the same alerts wait for each
   * other instead of running into a deadlock; each is looked up by itself, whatever number the
   * planner expects. A resolved alert of an earlier episode than the open one does not close it:
   * messages may arrive in any order.
   */
  private static final String STORE =
      """
      WITH incoming AS (
        SELECT * FROM unnest($3::uuid[], $4::text[], $5::boolean[], $6::text[], $7::text[],
            $8::text[], $9::text[], $10::text[], $11::timestamptz[], $12::timestamptz[],
            $13::text[], $14::text[])
          AS i(id, fingerprint, firing, name, severity, tags, labels, annotations, starts_at,
            ends_at, generator_url, flags)),
      known AS (
        SELECT a.id, a.fingerprint, a.severity, a.starts_at,
            (a.labels, a.annotations, a.severity, a.starts_at, a.generator_url)
              IS DISTINCT FROM (i.labels::jsonb, i.annotations::jsonb, i.severity, i.starts_at,
                i.generator_url) AS differs
          FROM (SELECT * FROM incoming ORDER BY fingerprint) i
            CROSS JOIN LATERAL (
              SELECT * FROM alert
                WHERE integration = $1 AND fingerprint = i.fingerprint AND closed_at IS NULL
                FOR UPDATE) a),
      closed AS (
        DELETE FROM alert a USING known k, incoming i
          WHERE a.id = k.id AND i.fingerprint = k.fingerprint AND NOT i.firing
            AND NOT (i.starts_at < k.starts_at AND i.ends_at <= k.starts_at)
          RETURNING a.*, i.ends_at AS ended_at),
      kept AS (
        INSERT INTO alert_history (incident_id, id, integration, fingerprint, name, severity, tags,
            labels, annotations, starts_at, ends_at, generator_url, flags, opened_at, last_seen_at,
            closed_at)
          SELECT coalesce((SELECT m.incident_id FROM alert_group_member m WHERE m.alert_id = c.id
                ORDER BY m.incident_id LIMIT 1), c.id), id, integration, fingerprint, name, severity,
              tags, labels, annotations, starts_at, ended_at, generator_url, flags, opened_at, $2, $2
            FROM closed c),
      stored AS (
        INSERT INTO alert (id, integration, fingerprint, name, severity, tags, labels, annotations,
            starts_at, ends_at, generator_url, flags, opened_at, last_seen_at)
          SELECT id, $1, fingerprint, name, severity, string_to_array(tags, ','), labels::jsonb,
              annotations::jsonb, starts_at, NULL, generator_url, string_to_array(flags, ','), $2, $2
            FROM incoming WHERE firing AND (SELECT count(*) FROM known) >= 0 ORDER BY fingerprint
          ON CONFLICT (integration, fingerprint) WHERE closed_at IS NULL
          DO UPDATE SET name = excluded.name, severity = excluded.severity, tags = excluded.tags,
            labels = excluded.labels, annotations = excluded.annotations,
            starts_at = excluded.starts_at, generator_url = excluded.generator_url,
            flags = excluded.flags, last_seen_at = excluded.last_seen_at
          RETURNING id, fingerprint)
      SELECT s.id, s.fingerprint, k.severity AS was,
          CASE WHEN s.id = i.id THEN 'NEW' WHEN k.differs THEN 'CHANGED' ELSE 'SAME' END AS change
        FROM stored s JOIN incoming i ON i.fingerprint = s.fingerprint
          LEFT JOIN known k ON k.id = s.id
      UNION ALL SELECT id, fingerprint, NULL, 'CLOSED' FROM closed
      """;

  /**
   * For so many alerts planning takes longer than running: they use the cached plan. More of them
   * get a plan for their number, with a hash join.
   */
  private static final int FEW = 10;

  private final Json json;

  AlertRepository(Json json) {
    this.json = json;
  }

  /** The effect of storing an alert. */
  public enum Change {
    NEW,
    CHANGED,
    SAME,
    CLOSED
  }

  /**
   * A stored alert of a request.
   *
   * @param was its severity before, if it was known and open
   */
  public record Stored(UUID id, String fingerprint, Change change, Optional<Severity> was) {}

  /**
   * Stores the alerts of a request. Resolved ones that were not open are ignored.
   *
   * @param alerts each fingerprint once
   */
  public List<Stored> store(Tx tx, String integration, List<IncomingAlert> alerts) {
    if (alerts.isEmpty()) {
      return List.of();
    }
    if (alerts.size() <= FEW) {
      tx.send(Tx.PLANNED_ONCE);
    } else {
      tx.send("SET LOCAL plan_cache_mode = force_custom_plan");
      tx.send("SET LOCAL enable_hashjoin = on");
    }
    return tx
        .query(
            STORE,
            integration,
            tx.now(),
            alerts.stream().map(alert -> Ids.next()).toArray(UUID[]::new),
            strings(alerts, IncomingAlert::fingerprint),
            alerts.stream().map(IncomingAlert::firing).toArray(Boolean[]::new),
            strings(alerts, IncomingAlert::name),
            strings(alerts, alert -> alert.severity().name()),
            strings(alerts, alert -> String.join(",", alert.tags())),
            strings(alerts, alert -> json.write(alert.labels())),
            strings(alerts, alert -> json.write(alert.annotations())),
            alerts.stream().map(alert -> alert.span().start()).toArray(Instant[]::new),
            alerts.stream().map(alert -> alert.span().end().orElse(null)).toArray(Instant[]::new),
            strings(alerts, alert -> alert.content().generatorUrl().orElse(null)),
            strings(alerts, alert -> String.join(",", alert.flags())))
        .stream()
        .map(AlertRepository::stored)
        .toList();
  }

  private static Stored stored(Row row) {
    return new Stored(
        row.getUUID("id"),
        row.getString("fingerprint"),
        Change.valueOf(row.getString("change")),
        Optional.ofNullable(row.getString("was")).map(Severity::valueOf));
  }

  private static String[] strings(
      List<IncomingAlert> alerts, Function<IncomingAlert, String> column) {
    return alerts.stream().map(column).toArray(String[]::new);
  }
}
