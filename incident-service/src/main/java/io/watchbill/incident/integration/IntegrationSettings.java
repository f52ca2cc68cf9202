package io.watchbill.incident.integration;

import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.incident.alert.SeverityTable;
import io.watchbill.incident.integration.Integration.Recipient;
import io.watchbill.incident.integration.Integration.Resolving;
import io.watchbill.incident.lifecycle.Severity;
import io.watchbill.incident.problem.IncidentError;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.problem.KitError;
import io.watchbill.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads integrations in transactions of the intake. */
@ApplicationScoped
public class IntegrationSettings {
  private static final String FIND =
      """
      SELECT id, kind, name, team, policy, severities, default_severity, resolve_with_alerts,
             suppress_after_resolve, acknowledgement_timeout, archived_at IS NOT NULL AS archived
        FROM integration
       WHERE id = $1
      """;

  private static final String TIMEOUTS =
      """
      SELECT id, acknowledgement_timeout
        FROM integration
       WHERE id = ANY($1) AND acknowledgement_timeout IS NOT NULL
      """;

  public Optional<Integration> find(Tx tx, String id) {
    return tx.one(FIND, id).map(IntegrationSettings::integration);
  }

  /**
   * Finds the integration of a key.
   *
   * @throws Problem if it is archived or unknown
   */
  public Integration active(Tx tx, String id) {
    Integration integration =
        find(tx, id)
            .orElseThrow(
                () ->
                    new Problem(
                        KitError.FORBIDDEN, "The key's integration '" + id + "' is unknown."));
    if (integration.archived()) {
      throw new Problem(
          IncidentError.INTEGRATION_ARCHIVED, "The integration '" + id + "' is archived.");
    }
    return integration;
  }

  /** Returns the time-outs of those integrations that have one of their own. */
  public Map<String, Duration> acknowledgementTimeouts(Tx tx, Collection<String> ids) {
    return tx.query(TIMEOUTS, (Object) ids.toArray(String[]::new)).stream()
        .collect(
            Collectors.toMap(
                row -> row.getString("id"),
                row -> Duration.parse(row.getString("acknowledgement_timeout"))));
  }

  private static Integration integration(Row row) {
    return new Integration(
        row.getString("id"),
        row.getString("kind"),
        row.getString("name"),
        new Recipient(row.getString("team"), Optional.ofNullable(row.getString("policy"))),
        new SeverityTable(
            SeverityWords.read(row.getString("severities")),
            Severity.valueOf(row.getString("default_severity"))),
        new Resolving(
            row.getBoolean("resolve_with_alerts"),
            Duration.parse(row.getString("suppress_after_resolve"))),
        Optional.ofNullable(row.getString("acknowledgement_timeout")).map(Duration::parse),
        row.getBoolean("archived"));
  }
}
