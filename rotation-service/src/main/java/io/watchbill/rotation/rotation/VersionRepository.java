package io.watchbill.rotation.rotation;

import static java.util.Objects.requireNonNull;

import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.kit.database.Rows;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Stores the versions of rotations, which never change. */
@ApplicationScoped
public class VersionRepository {
  private final DefinitionReader definitions;
  private final Json json;

  VersionRepository(DefinitionReader definitions, Json json) {
    this.definitions = definitions;
    this.json = json;
  }

  /** Returns all versions of the rotations, by rotation and number. */
  List<StoredVersion> of(Tx tx, Collection<String> rotations) {
    List<Row> rows =
        tx.query(
            """
            SELECT rotation, number, effective_from, author, created_at
              FROM rotation_version
             WHERE rotation = ANY($1)
             ORDER BY rotation, number
            """,
            (Object) rotations.toArray(String[]::new));
    return versions(tx, rows);
  }

  /** Returns the versions of a rotation before a number, the newest first. */
  List<StoredVersion> before(Tx tx, String rotation, int number, int most) {
    return versions(
        tx,
        tx.query(
            """
            SELECT rotation, number, effective_from, author, created_at
              FROM rotation_version
             WHERE rotation = $1 AND number < $2
             ORDER BY number DESC
             LIMIT $3
            """,
            rotation,
            number,
            (long) most));
  }

  /** Returns the number of the version in force; before the first one takes effect, the first. */
  int inForce(Tx tx, String rotation) {
    return tx.one(
            """
            SELECT number
              FROM rotation_version
             WHERE rotation = $1 AND effective_from <= $2
             ORDER BY effective_from DESC, number DESC
             LIMIT 1
            """,
            rotation,
            tx.now())
        .map(row -> row.getInteger("number"))
        .orElse(1);
  }

  private List<StoredVersion> versions(Tx tx, List<Row> rows) {
    Map<DefinitionReader.Key, RotationDefinition> said =
        definitions.read(tx, rows.stream().map(VersionRepository::key).toList());
    return rows.stream().map(row -> version(row, requireNonNull(said.get(key(row))))).toList();
  }

  /** Returns the time zone of a rotation's latest version; UTC when it has none. */
  public ZoneId zone(Tx tx, String rotation) {
    return tx.one(
            """
            SELECT definition ->> 'timeZone' AS zone
              FROM rotation_version
             WHERE rotation = $1
             ORDER BY number DESC
             LIMIT 1
            """,
            rotation)
        .map(row -> ZoneId.of(row.getString("zone")))
        .orElse(ZoneOffset.UTC);
  }

  void add(Tx tx, StoredVersion version) {
    tx.update(
        """
        INSERT INTO rotation_version (rotation, number, effective_from, definition, author,
               created_at)
        VALUES ($1, $2, $3, $4::text::jsonb, $5, $6)
        """,
        version.rotation(),
        version.number(),
        version.effectiveFrom(),
        json.write(version.definition()),
        version.author(),
        tx.now());
  }

  private static StoredVersion version(Row row, RotationDefinition definition) {
    return new StoredVersion(
        row.getString("rotation"),
        row.getInteger("number"),
        Rows.instant(row, "effective_from"),
        definition,
        row.getString("author"),
        Rows.instant(row, "created_at"));
  }

  private static DefinitionReader.Key key(Row row) {
    return new DefinitionReader.Key(
        row.getString("rotation"), row.getInteger("number"), Rows.instant(row, "created_at"));
  }
}
