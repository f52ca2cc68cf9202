package io.watchbill.rotation.hours;

import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Stores working hours. */
@ApplicationScoped
public class HoursRepository {
  private final Json json;

  HoursRepository(Json json) {
    this.json = json;
  }

  /** Returns the person's own hours, or those of the first of their teams that has any. */
  public Optional<HoursDefinition> ofPerson(Tx tx, String person) {
    return find(tx, HoursOwner.PERSON, person)
        .map(StoredHours::hours)
        .or(
            () ->
                tx
                    .query(
                        """
                        SELECT w.hours::text AS hours
                          FROM team_member m
                          JOIN team t ON t.id = m.team AND t.archived_at IS NULL
                          JOIN working_hours w ON w.kind = 'team' AND w.owner = m.team
                         WHERE m.person = $1
                         ORDER BY m.team
                         LIMIT 1
                        """,
                        person)
                    .stream()
                    .map(this::hours)
                    .findFirst());
  }

  /**
   * Where a person lives, and the holiday calendars of their working hours.
   *
   * @param holidays empty when they have no hours
   */
  public record Home(ZoneId zone, List<String> holidays) {}

  /** Returns the homes of people by their ids; hours are their own, or those of their team. */
  public Map<String, Home> ofPeople(Tx tx, Collection<String> people) {
    return tx
        .query(
            """
            SELECT p.id, p.time_zone,
                   coalesce(own.hours,
                            (SELECT w.hours
                               FROM team_member m
                               JOIN team t ON t.id = m.team AND t.archived_at IS NULL
                               JOIN working_hours w ON w.kind = 'team' AND w.owner = m.team
                              WHERE m.person = p.id
                              ORDER BY m.team
                              LIMIT 1))::text AS hours
              FROM person p
              LEFT JOIN working_hours own ON own.kind = 'person' AND own.owner = p.id
             WHERE p.id = ANY($1)
            """,
            (Object) people.toArray(String[]::new))
        .stream()
        .collect(Collectors.toMap(row -> row.getString("id"), this::home));
  }

  private Home home(Row row) {
    Optional<HoursDefinition> hours =
        Optional.ofNullable(row.getString("hours")).map(text -> hours(row));
    return new Home(
        ZoneId.of(row.getString("time_zone")),
        hours.map(HoursDefinition::holidays).orElse(List.of()));
  }

  public Optional<HoursDefinition> ofTeam(Tx tx, String team) {
    return find(tx, HoursOwner.TEAM, team).map(StoredHours::hours);
  }

  Optional<StoredHours> find(Tx tx, HoursOwner kind, String owner) {
    return tx.one(
            """
            SELECT hours::text AS hours, revision FROM working_hours WHERE kind = $1 AND owner = $2
            """,
            kind.wire(),
            owner)
        .map(row -> new StoredHours(hours(row), row.getLong("revision")));
  }

  /**
   * Returns whether the person or team exists, and locks it: it is not archived before this
   * transaction ends.
   */
  boolean lockOwner(Tx tx, HoursOwner kind, String owner) {
    return tx.one(
            "SELECT id FROM "
                + kind.wire()
                + " WHERE id = $1 AND archived_at IS NULL FOR NO KEY UPDATE",
            owner)
        .isPresent();
  }

  void put(Tx tx, HoursOwner kind, String owner, HoursDefinition hours, String author) {
    tx.update(
        """
        INSERT INTO working_hours (kind, owner, hours, revision, changed_at, author)
        VALUES ($1, $2, $3::text::jsonb, 1, $4, $5)
        ON CONFLICT (kind, owner) DO UPDATE SET hours = excluded.hours,
               revision = working_hours.revision + 1, changed_at = excluded.changed_at,
               author = excluded.author
        """,
        kind.wire(),
        owner,
        json.write(hours),
        tx.now(),
        author);
  }

  void remove(Tx tx, HoursOwner kind, String owner) {
    tx.update("DELETE FROM working_hours WHERE kind = $1 AND owner = $2", kind.wire(), owner);
  }

  private HoursDefinition hours(Row row) {
    return json.read(row.getString("hours"), HoursDefinition.class);
  }
}
