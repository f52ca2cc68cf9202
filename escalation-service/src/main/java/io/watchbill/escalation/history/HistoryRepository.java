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
      """;

  private static final String OLDEST = OVER + " ORDER BY p.received_at LIMIT $2";

  private static final String THESE =
      OVER + " AND p.incident = ANY($2) ORDER BY p.incident FOR UPDATE OF p SKIP LOCKED";

  /** Waits for a move to history that is under way, and keeps these out of later ones. */
  private static final String STAY =
      """
      SELECT 1 FROM incident_snapshot WHERE incident = ANY($1) ORDER BY incident FOR KEY SHARE
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
   * Returns incidents that were resolved before an instant and have nothing under way, those first
   * that were heard of longest ago.
   */
  public List<UUID> over(Tx tx, Instant before, int most) {
    return tx.query(OLDEST, before, (long) most).stream()
        .map(row -> row.getUUID("incident"))
        .toList();
  }

  /**
   * Moves those of the incidents to history that are still over and that nobody else holds.
   *
   * @return how many were moved
   */
  public int leave(Tx tx, Instant before, Collection<UUID> incidents) {
    UUID[] over =
        tx.query(THESE, before, incidents.toArray(new UUID[0])).stream()
            .map(row -> row.getUUID("incident"))
            .toArray(UUID[]::new);
    if (over.length > 0) {
      // An incident that is in both would block all others; open work has the newer snapshot.
      tx.send("DELETE FROM past_incident_snapshot WHERE incident = ANY($1)", (Object) over);
      TABLES.forEach(table -> tx.send(moved(table, "past_" + table, of(table)), (Object) over));
    }
    return over.length;
  }

  /** Leaves an incident in open work for now: it is heard of anew. */
  public void stay(Tx tx, UUID incident) {
    tx.update(
        "UPDATE incident_snapshot SET received_at = $2 WHERE incident = $1", incident, tx.now());
  }

  /**
   * Moves incidents back from history to open work, for what happens to them next, and keeps them
   * there until the transaction ends. They may leave again an hour later.
   */
  public void comeBack(Tx tx, Collection<UUID> incidents) {
    UUID[] all = incidents.toArray(new UUID[0]);
    tx.send(STAY, (Object) all);
    UUID[] gone =
        tx.query(GONE, (Object) all).stream()
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
