package io.watchbill.rotation.person;

import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.kit.database.Rows;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.problem.Problem;
import io.watchbill.rotation.RotationError;
import io.watchbill.rotation.input.Id;
import io.watchbill.rotation.input.NameSearch;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Checks people named in other requests, in the caller's transaction. */
@ApplicationScoped
public class KnownPeople {

  /**
   * Returns the ids that are unknown or archived. The others cannot be archived before this
   * transaction ends.
   */
  public Set<String> unknown(Tx tx, Collection<String> ids) {
    Set<String> unknown = new HashSet<>(ids);
    String[] possible = ids.stream().filter(Id::fits).distinct().sorted().toArray(String[]::new);
    tx.query(
            """
            SELECT id FROM person WHERE id = ANY($1) AND archived_at IS NULL ORDER BY id FOR SHARE
            """,
            (Object) possible)
        .forEach(row -> unknown.remove(row.getString("id")));
    return unknown;
  }

  /**
   * Throws unless the person exists and is not archived; they cannot be archived before this
   * transaction ends.
   */
  public void demandPresent(Tx tx, String id) {
    Row person =
        tx.one("SELECT archived_at FROM person WHERE id = $1 FOR SHARE", id)
            .orElseThrow(() -> Problem.notFound("person", id));
    Instant archivedAt = Rows.instantOrNull(person, "archived_at");
    if (archivedAt != null) {
      throw new Problem(
          RotationError.ARCHIVED, "The person '" + id + "' was archived at " + archivedAt + ".");
    }
  }

  /**
   * Returns the names of people, not archived, whose id or name has the text, by their ids.
   *
   * @param most at most so many
   */
  public Map<String, String> named(Tx tx, String text, int most) {
    return new NameSearch("person").find(tx, text, most);
  }

  /** Returns the name of a person, or the id of one who is unknown. */
  public String name(Tx tx, String id) {
    return tx.one("SELECT name FROM person WHERE id = $1 AND name <> ''", id)
        .map(row -> row.getString("name"))
        .orElse(id);
  }

  /** Returns which state of a person is stored: the ETag of the API. */
  public String revision(Tx tx, String id) {
    return tx.one("SELECT revision FROM person WHERE id = $1", id)
        .map(row -> row.getLong("revision").toString())
        .orElse("");
  }

  /** Returns the names of people who have one, by their ids. */
  public Map<String, String> names(Tx tx, Collection<String> ids) {
    Map<String, String> names = new HashMap<>();
    tx.query(
            "SELECT id, name FROM person WHERE id = ANY($1) AND name <> ''",
            (Object) ids.stream().distinct().toArray(String[]::new))
        .forEach(row -> names.put(row.getString("id"), row.getString("name")));
    return names;
  }

  /** Returns the names of people, not archived, by their ids, in the order of the ids. */
  public Map<String, String> present(Tx tx, int most) {
    Map<String, String> names = new LinkedHashMap<>();
    tx.query(
            "SELECT id, name FROM person WHERE archived_at IS NULL ORDER BY id LIMIT $1",
            (long) most)
        .forEach(
            row -> {
              String name = row.getString("name");
              names.put(row.getString("id"), name.isEmpty() ? row.getString("id") : name);
            });
    return names;
  }

  /** Returns the people, not archived, by those of the lower-case words that name them. */
  public Map<String, Set<String>> byWords(Tx tx, Set<String> words) {
    Map<String, Set<String>> known = new HashMap<>();
    tx.query(
            """
            SELECT id, lower(name) AS name, lower(email) AS email FROM person
             WHERE archived_at IS NULL
               AND (id = ANY($1) OR lower(name) = ANY($1) OR lower(email) = ANY($1))
            """,
            (Object) words.toArray(String[]::new))
        .forEach(
            row ->
                Stream.of("id", "name", "email")
                    .map(row::getString)
                    .filter(words::contains)
                    .forEach(
                        word ->
                            known
                                .computeIfAbsent(word, w -> new HashSet<>())
                                .add(row.getString("id"))));
    return known;
  }

  /** Returns the time zone of a person who exists. */
  public Optional<ZoneId> zoneOf(Tx tx, String id) {
    return tx.one("SELECT time_zone FROM person WHERE id = $1", id)
        .map(row -> ZoneId.of(row.getString("time_zone")));
  }

  /** Returns the time zone of a person; UTC for one who is unknown. */
  public ZoneId zone(Tx tx, String id) {
    return zoneOf(tx, id).orElse(ZoneOffset.UTC);
  }
}
