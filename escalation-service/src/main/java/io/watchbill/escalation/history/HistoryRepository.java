package io.watchbill.escalation.history;

import io.watchbill.kit.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Moves rows of resolved incidents between the tables of open work and those of history. All rows
 * of an incident are in the one or in the other.
 */
@ApplicationScoped
public class HistoryRepository {
  private static final String OVER =
      """
      SELECT p.incident FROM incident_snapshot p
       WHERE p.state = 'resolved' AND p.received_at < $1
         AND NOT EXISTS (SELECT FROM escalation e
                          WHERE e.incident = p.incident AND e.state = 'running')
         AND NOT EXISTS (SELECT FROM delivery d
                          WHERE d.incident = p.incident
                            AND d.state IN ('queued', 'sending', 'held'))
         AND NOT EXISTS (SELECT FROM acknowledgement a
                          WHERE a.incident = p.incident AND a.state = 'pending')
       ORDER BY p.received_at LIMIT $2 FOR UPDATE OF p SKIP LOCKED
      """;

  /** Looks into one partition for each incident, and into none for those in open work. */
  private static final String GONE =
      """
      SELECT p.incident FROM unnest($1::uuid[]) AS n (incident)
        LEFT JOIN incident_snapshot o ON o.incident = n.incident
        JOIN past_incident_snapshot p ON p.incident = n.incident
       WHERE o.incident IS NULL
      """;

  /** The tables, each after those that refer to it. */
  private static final List<String> TABLES =
      List.of(
          "delivery_attempt",
          "delivery",
          "page",
          "step_outcome",
          "escalation",
          "acknowledgement",
          "alarm",
          "incident_snapshot");

  /**
   * Moves incidents to history that were resolved before an instant and have nothing under way.
   *
   * @return how many were moved
   */
  public int leave(Tx tx, Instant before, int most) {
    UUID[] over =
        tx.query(OVER, before, (long) most).stream()
            .map(row -> row.getUUID("incident"))
            .toArray(UUID[]::new);
    if (over.length > 0) {
      TABLES.forEach(table -> tx.send(moved(table, "past_" + table, of(table)), (Object) over));
    }
    return over.length;
  }

  /**
   * Moves incidents back from history to open work, for what happens to them next. They may leave
   * again an hour later.
   */
  public void comeBack(Tx tx, Collection<UUID> incidents) {
    UUID[] gone =
        tx.query(GONE, (Object) incidents.toArray(new UUID[0])).stream()
            .map(row -> row.getUUID("incident"))
            .toArray(UUID[]::new);
    if (gone.length == 0) {
      return;
    }
    for (String table : TABLES.reversed()) {
      tx.send(moved("past_" + table, table, "t.incident = ANY($1)"), (Object) gone);
    }
    tx.send(
        "UPDATE incident_snapshot SET received_at = $2 WHERE incident = ANY($1)", gone, tx.now());
  }

  private static String moved(String from, String to, String which) {
    return "WITH moved AS (DELETE FROM %s t WHERE %s RETURNING t.*) INSERT INTO %s SELECT * FROM moved"
        .formatted(from, which, to);
  }

  /** Returns the condition that finds a table's rows by its index. */
  private static String of(String table) {
    return switch (table) {
      case "delivery_attempt" ->
          "t.delivery IN (SELECT d.id FROM page p JOIN delivery d ON d.page = p.id WHERE p.incident"
              + " = ANY($1))";
      case "delivery" -> "t.page IN (SELECT id FROM page WHERE incident = ANY($1))";
      case "step_outcome" -> "t.escalation IN (SELECT id FROM escalation WHERE incident = ANY($1))";
      default -> "t.incident = ANY($1)";
    };
  }
}
