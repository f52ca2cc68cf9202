package io.watchbill.rotation.input;

import io.watchbill.kit.database.Tx;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Finds what has a text in its id or name, and is not archived.
 *
 * @param table a name of the program; has the columns id, name and archived_at
 */
public record NameSearch(String table) {
  private static final String SEARCH =
      """
      SELECT id, name FROM %s
       WHERE archived_at IS NULL AND strpos(lower(id || ' ' || name), lower($1)) > 0
       ORDER BY id LIMIT $2
      """;

  /** Returns names by their ids, in the order of the ids; at most so many. */
  public Map<String, String> find(Tx tx, String text, int most) {
    Map<String, String> names = new LinkedHashMap<>();
    tx.query(SEARCH.formatted(table), text, (long) most)
        .forEach(row -> names.put(row.getString("id"), row.getString("name")));
    return names;
  }
}
