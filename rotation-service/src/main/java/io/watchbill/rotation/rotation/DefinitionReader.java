package io.watchbill.rotation.rotation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the definitions of versions. A version never changes, so recent ones are cached; the
 * instant distinguishes it from one with the same number whose transaction was rolled back.
 */
@ApplicationScoped
class DefinitionReader {
  private static final int MOST = 10_000;

  private final Json json;
  private final Cache<Key, RotationDefinition> known =
      Caffeine.newBuilder().maximumSize(MOST).build();

  DefinitionReader(Json json) {
    this.json = json;
  }

  /** Identifies a version of a rotation. */
  record Key(String rotation, int number, Instant createdAt) {}

  /** Returns the definition of each of these versions. */
  Map<Key, RotationDefinition> read(Tx tx, Collection<Key> versions) {
    Map<Key, RotationDefinition> found = new HashMap<>(known.getAllPresent(versions));
    List<Key> missing = versions.stream().filter(key -> !found.containsKey(key)).toList();
    if (!missing.isEmpty()) {
      Map<Key, RotationDefinition> read = stored(tx, missing);
      known.putAll(read);
      found.putAll(read);
    }
    return found;
  }

  private Map<Key, RotationDefinition> stored(Tx tx, List<Key> keys) {
    Map<List<Object>, RotationDefinition> definitions = new HashMap<>();
    tx.query(
            """
            SELECT v.rotation, v.number, v.definition::text AS definition
              FROM unnest($1::text[], $2::int[]) AS k (rotation, number)
              JOIN rotation_version v ON v.rotation = k.rotation AND v.number = k.number
            """,
            keys.stream().map(Key::rotation).toArray(String[]::new),
            keys.stream().map(Key::number).toArray(Integer[]::new))
        .forEach(
            row ->
                definitions.put(
                    List.of(row.getString("rotation"), row.getInteger("number")),
                    json.read(row.getString("definition"), RotationDefinition.class)));
    Map<Key, RotationDefinition> read = new HashMap<>();
    keys.forEach(key -> read.put(key, definitions.get(List.of(key.rotation(), key.number()))));
    return read;
  }
}
