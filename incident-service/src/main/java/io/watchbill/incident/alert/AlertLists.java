package io.watchbill.incident.alert;

import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.incident.lifecycle.Severity;
import io.watchbill.incident.visibility.VisibleIncidents;
import io.watchbill.kit.database.Rows;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.database.Where;
import io.watchbill.kit.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Lists and counts alerts that are visible. */
@ApplicationScoped
public class AlertLists {
  private static final String SELECT =
      """
      SELECT id, integration, fingerprint, name, severity, tags, labels::text AS labels,
             annotations::text AS annotations, starts_at, ends_at, generator_url, flags,
             opened_at, last_seen_at, closed_at
        FROM\s""";

  private static final String COUNT_FIRING =
      """
      SELECT severity, count(*) AS count
        FROM alert%s
       GROUP BY severity
      """;

  /** An alert is hidden with any of the incidents that it belongs to. */
  private static final String HIDDEN =
      """
      id NOT IN (SELECT alert_id FROM alert_group_member WHERE incident_id IN (%1$s)
                  UNION ALL
                 SELECT alert_id FROM alert_group_member_history WHERE incident_id IN (%1$s))""";

  private static final String SAME_BEFORE =
      """
      SELECT h.incident_id, count(DISTINCT f.fingerprint) AS alerts
        FROM unnest($3::text[]) AS f (fingerprint)
       CROSS JOIN LATERAL (
             SELECT incident_id, opened_at
               FROM alert_history
              WHERE fingerprint = f.fingerprint AND integration = $2 AND incident_id <> $1
              ORDER BY opened_at DESC, id DESC LIMIT $4) h
       GROUP BY h.incident_id ORDER BY max(h.opened_at) DESC LIMIT $4
      """;

  private final Json json;

  AlertLists(Json json) {
    this.json = json;
  }

  /** Returns one slice of the visible alerts that pass a filter, the newest episode first. */
  List<AlertView> list(
      Tx tx, VisibleIncidents visible, AlertFilter filter, Optional<String> after, int limit) {
    Where where = filter.where(after);
    restrict(where, visible);
    String last = where.place((long) limit);
    return tx
        .query(
            SELECT
                + filter.table()
                + where.sql()
                + " ORDER BY opened_at DESC, id DESC LIMIT "
                + last,
            where.values())
        .stream()
        .map(this::view)
        .toList();
  }

  /** Returns the newest alerts of an incident that the caller may see. */
  public List<AlertView> ofIncident(Tx tx, UUID incident, int limit) {
    AlertFilter filter = new AlertFilter();
    filter.incident = incident.toString();
    return list(tx, VisibleIncidents.ALL, filter, Optional.empty(), limit);
  }

  /**
   * Returns the incidents before that had the same alerts of an integration, the newest first, each
   * with how many of the alerts it had.
   */
  public Map<UUID, Long> sameBefore(
      Tx tx, UUID incident, String integration, Set<String> fingerprints, int limit) {
    Map<UUID, Long> incidents = new LinkedHashMap<>();
    tx.query(SAME_BEFORE, incident, integration, fingerprints.toArray(String[]::new), (long) limit)
        .forEach(row -> incidents.put(row.getUUID("incident_id"), row.getLong("alerts")));
    return incidents;
  }

  private AlertView view(Row row) {
    return new AlertView(
        row.getUUID("id"),
        row.getString("integration"),
        row.getString("fingerprint"),
        row.getString("name"),
        state(row).word(),
        Severity.valueOf(row.getString("severity")),
        Rows.strings(row, "tags"),
        json.read(row.getString("labels"), AlertView.Texts.class),
        json.read(row.getString("annotations"), AlertView.Texts.class),
        Rows.instant(row, "starts_at"),
        Rows.instantOrNull(row, "ends_at"),
        row.getString("generator_url"),
        Rows.strings(row, "flags"),
        Rows.instant(row, "opened_at"),
        Rows.instant(row, "last_seen_at"),
        Rows.instantOrNull(row, "closed_at"));
  }

  /** Counts the visible firing alerts by severity. */
  List<Row> countFiring(Tx tx, VisibleIncidents visible) {
    Where where = new Where().and("closed_at IS NULL");
    restrict(where, visible);
    return tx.query(COUNT_FIRING.formatted(where.sql()), where.values());
  }

  private static void restrict(Where where, VisibleIncidents visible) {
    visible.hidden(where).ifPresent(hidden -> where.and(HIDDEN.formatted(hidden)));
  }

  private static AlertState state(Row row) {
    return row.getOffsetDateTime("closed_at") == null ? AlertState.FIRING : AlertState.RESOLVED;
  }
}
