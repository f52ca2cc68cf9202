package io.watchbill.escalation.reach;

import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.kit.database.Rows;
import io.watchbill.kit.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds the newest message to each contact method of a person. */
@ApplicationScoped
class LastMessages {
  private static final String OF_PERSON =
      """
      SELECT DISTINCT ON (d.method) d.method, d.state, d.reason,
             coalesce(d.handed_over_at, d.due_at) AS at
        FROM page p
        JOIN delivery d ON d.page = p.id AND d.incident = p.incident
       WHERE p.target_kind = 'person' AND p.target = $1
       ORDER BY d.method, d.due_at DESC
       LIMIT 100
      """;

  Map<String, LastMessage> of(Tx tx, String person) {
    return tx.query(OF_PERSON, person).stream()
        .collect(Collectors.toMap(row -> row.getString("method"), LastMessages::message));
  }

  private static LastMessage message(Row row) {
    return new LastMessage(
        row.getString("state"), row.getString("reason"), Rows.instant(row, "at"));
  }
}
