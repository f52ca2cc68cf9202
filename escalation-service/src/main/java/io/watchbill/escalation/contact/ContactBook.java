package io.watchbill.escalation.contact;

import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.kit.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks up how people can be reached, in the caller's transaction. */
@ApplicationScoped
public class ContactBook {
  private static final String PEOPLE =
      """
      SELECT m.person, m.id, m.kind, m.address, m.secret, coalesce(r.delay_seconds, 0) AS delay
        FROM contact_method m
        LEFT JOIN notification_rule r ON r.person = m.person AND r.method = m.id
       WHERE m.person = ANY($1)
         AND (r.method IS NOT NULL
              OR NOT EXISTS (SELECT FROM notification_rule n
                              JOIN contact_method k ON k.person = n.person AND k.id = n.method
                             WHERE n.person = m.person))
       ORDER BY m.person, delay, m.id
      """;

  /**
   * Returns the contact methods of each person with the delays of their rules; without rules every
   * method at once. Ignores a rule whose method was deleted concurrently.
   */
  public Map<String, List<Reachable>> people(Tx tx, Collection<String> people) {
    Map<String, List<Reachable>> found = new HashMap<>();
    if (!people.isEmpty()) {
      tx.query(PEOPLE, (Object) people.toArray(new String[0]))
          .forEach(row -> ways(found, row).add(reachable(row, row.getString("id"))));
    }
    return found;
  }

  /** Returns those people of whom no contact method is verified, though they have some. */
  public Set<String> unverified(Tx tx, Collection<String> people) {
    return people.isEmpty()
        ? Set.of()
        : tx
            .query(
                "SELECT person FROM contact_method WHERE person = ANY($1)"
                    + " GROUP BY person HAVING every(verified_at IS NULL)",
                (Object) people.toArray(new String[0]))
            .stream()
            .map(row -> row.getString("person"))
            .collect(Collectors.toSet());
  }

  /** Returns a contact method of a person. */
  public Optional<Reachable> method(Tx tx, String person, String id) {
    return tx.one(
            "SELECT kind, address, secret, 0::bigint AS delay FROM contact_method WHERE person = $1"
                + " AND id = $2",
            person,
            id)
        .map(row -> reachable(row, id));
  }

  /** Returns the team that a person belongs to; empty if only admins manage them. */
  Optional<String> teamOf(Tx tx, String person) {
    return tx.one("SELECT team FROM access.person WHERE id = $1 AND team <> ''", person)
        .map(row -> row.getString("team"));
  }

  /** Marks a contact method as verified, unless it has changed meanwhile. */
  public void verified(Tx tx, String person, Reachable way) {
    tx.update(
        "UPDATE contact_method SET verified_at = $5, version = version + 1 WHERE person = $1 AND id"
            + " = $2 AND kind = $3 AND address = $4",
        person,
        way.method(),
        way.kind(),
        way.address(),
        tx.now());
  }

  /** Returns the address of each configured webhook. */
  public Map<String, List<Reachable>> webhooks(Tx tx, Collection<String> ids) {
    Map<String, List<Reachable>> found = new HashMap<>();
    if (!ids.isEmpty()) {
      tx.query(
              "SELECT id, id AS person, 'webhook' AS kind, address, secret, 0::bigint AS delay FROM"
                  + " webhook WHERE id = ANY($1)",
              (Object) ids.toArray(new String[0]))
          .forEach(row -> ways(found, row).add(reachable(row, "webhook")));
    }
    return found;
  }

  /** Returns the last-resort contact. */
  public Optional<Reachable> lastResort(Tx tx) {
    return tx.one("SELECT kind, address, secret, 0::bigint AS delay FROM last_resort")
        .map(row -> reachable(row, "last-resort"));
  }

  private static List<Reachable> ways(Map<String, List<Reachable>> found, Row row) {
    return found.computeIfAbsent(row.getString("person"), person -> new ArrayList<>());
  }

  private static Reachable reachable(Row row, String method) {
    return new Reachable(
        method,
        row.getString("kind"),
        row.getString("address"),
        row.getString("secret"),
        Duration.ofSeconds(row.getLong("delay")));
  }
}
