package io.watchbill.rotation.rotation;

import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.kit.database.Rows;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.database.Where;
import io.watchbill.kit.json.Json;
import io.watchbill.kit.problem.Problem;
import io.watchbill.rotation.RotationError;
import io.watchbill.rotation.input.NameSearch;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Stores rotations; their definitions are in {@link VersionRepository}. */
@ApplicationScoped
public class RotationRepository {
  private static final String COLUMNS =
      "id, name, team, definition_revision, revision, changed_at, archived_at, archived_by, archived_unchecked";

  private final Json json;

  RotationRepository(Json json) {
    this.json = json;
  }

  public Optional<StoredRotation> find(Tx tx, String id) {
    return tx.one("SELECT " + COLUMNS + " FROM rotation WHERE id = $1", id)
        .map(RotationRepository::rotation);
  }

  /** Returns the rotation, locked: nobody else changes it before this transaction ends. */
  public Optional<StoredRotation> lock(Tx tx, String id) {
    return tx.one("SELECT " + COLUMNS + " FROM rotation WHERE id = $1 FOR UPDATE", id)
        .map(RotationRepository::rotation);
  }

  /**
   * Returns the rotation, locked.
   *
   * @throws Problem when there is none
   */
  public StoredRotation locked(Tx tx, String id) {
    return lock(tx, id).orElseThrow(() -> Problem.notFound("rotation", id));
  }

  /**
   * Returns the rotation, locked.
   *
   * @throws Problem when there is none or it is archived
   */
  public StoredRotation lockPresent(Tx tx, String id) {
    StoredRotation rotation = locked(tx, id);
    rotation
        .archivedAt()
        .ifPresent(
            at -> {
              throw new Problem(RotationError.ARCHIVED, "The rotation was archived at " + at + ".");
            });
    return rotation;
  }

  /**
   * Returns all rotations, archived or not, in the order of their ids.
   *
   * @param ids only these, unless empty
   * @param team only those of this team
   */
  public List<StoredRotation> all(Tx tx, Collection<String> ids, Optional<String> team) {
    Where where = new Where();
    if (!ids.isEmpty()) {
      where.and("id = ANY(?)", (Object) ids.toArray(String[]::new));
    }
    team.ifPresent(id -> where.and("team = ?", id));
    return tx
        .query(
            "SELECT " + COLUMNS + " FROM rotation" + where.sql() + " ORDER BY id", where.values())
        .stream()
        .map(RotationRepository::rotation)
        .toList();
  }

  /**
   * Returns the names of rotations, not archived, whose id or name has the text, by their ids.
   *
   * @param most at most so many
   */
  public Map<String, String> named(Tx tx, String text, int most) {
    return new NameSearch("rotation").find(tx, text, most);
  }

  /**
   * Returns the rotations, not archived, that name the person in a turn of any version or in a
   * future override.
   */
  public List<StoredRotation> naming(Tx tx, String person) {
    return tx
        .query(
            "SELECT "
                + COLUMNS
                + " FROM rotation WHERE archived_at IS NULL AND (id IN (SELECT rotation FROM"
                + " rotation_version WHERE definition @> $3::text::jsonb) OR id IN (SELECT rotation"
                + " FROM shift_override WHERE person = $1 AND ends_at > $2)) ORDER BY id",
            person,
            tx.now(),
            json.write(Naming.person(person)))
        .stream()
        .map(RotationRepository::rotation)
        .toList();
  }

  /** Returns the first other rotations, not archived, that name one of the people. */
  public List<String> namingAny(Tx tx, Collection<String> people, String but, int most) {
    return tx
        .query(
            """
            SELECT id FROM rotation
             WHERE archived_at IS NULL AND id <> $2
               AND (id IN (SELECT rotation FROM rotation_version
                            WHERE definition @> ANY($4::text[]::jsonb[]))
                    OR id IN (SELECT rotation FROM shift_override
                               WHERE person = ANY($1) AND ends_at > $3))
             ORDER BY id LIMIT $5
            """,
            people.toArray(String[]::new),
            but,
            tx.now(),
            people.stream().map(Naming::person).map(json::write).toArray(String[]::new),
            (long) most)
        .stream()
        .map(row -> row.getString("id"))
        .toList();
  }

  /** Returns the rotations of a team that are not archived. */
  public List<StoredRotation> ofTeam(Tx tx, String team) {
    return tx
        .query(
            "SELECT "
                + COLUMNS
                + " FROM rotation WHERE team = $1 AND archived_at IS NULL ORDER BY id",
            team)
        .stream()
        .map(RotationRepository::rotation)
        .toList();
  }

  List<StoredRotation> after(Tx tx, String id, boolean archived, int limit) {
    return tx
        .query(
            "SELECT "
                + COLUMNS
                + " FROM rotation WHERE id > $1 AND ($2 OR archived_at IS NULL)"
                + " ORDER BY id LIMIT $3",
            id,
            archived,
            (long) limit)
        .stream()
        .map(RotationRepository::rotation)
        .toList();
  }

  /** Creates the row unless it exists. */
  void make(Tx tx, String id, RotationView rotation) {
    tx.update(
        """
        INSERT INTO rotation (id, name, team, definition_revision, revision, created_at, changed_at)
        VALUES ($1, $2, $3, 0, 0, $4, $4)
        ON CONFLICT DO NOTHING
        """,
        id,
        rotation.name(),
        rotation.team(),
        tx.now());
  }

  void put(Tx tx, String id, RotationView rotation, Instant at) {
    tx.update(
        """
        UPDATE rotation SET name = $2, team = $3, definition_revision = definition_revision + 1,
               changed_at = $4
         WHERE id = $1
        """,
        id,
        rotation.name(),
        rotation.team(),
        at);
  }

  /** Records that something changed that may change shifts. */
  public void touch(Tx tx, String id) {
    tx.update("UPDATE rotation SET revision = revision + 1 WHERE id = $1", id);
  }

  void archive(Tx tx, String id, Archived archived) {
    tx.update(
        """
        UPDATE rotation SET archived_at = $2, archived_by = $3, archived_unchecked = $4,
               definition_revision = definition_revision + 1
         WHERE id = $1
        """,
        id,
        archived.at(),
        archived.by().orElse(null),
        archived.unchecked());
  }

  private static StoredRotation rotation(Row row) {
    return new StoredRotation(
        row.getString("id"),
        row.getString("name"),
        row.getString("team"),
        row.getLong("definition_revision"),
        row.getLong("revision"),
        Rows.instant(row, "changed_at"),
        Optional.ofNullable(Rows.instantOrNull(row, "archived_at")).map(at -> archived(row, at)));
  }

  private static Archived archived(Row row, Instant at) {
    return new Archived(
        at,
        Optional.ofNullable(row.getString("archived_by")),
        row.getBoolean("archived_unchecked"));
  }
}
