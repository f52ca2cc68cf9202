package io.watchbill.kit.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import io.watchbill.kit.database.DatabaseUnavailableException;
import io.watchbill.kit.database.Pools;
import io.watchbill.kit.database.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Looks up keys, caches each for two seconds (a revoked key may work that long), and records their
 * use at most once a minute. Unknown keys are not cached: a new key works at once.
 */
@ApplicationScoped
public class KnownKeys {
  private static final Logger LOG = Logger.getLogger(KnownKeys.class);
  private static final Duration LOOK_UP = Duration.ofSeconds(5);
  private static final String FIND =
      """
      SELECT kind, principal, secret_hash, scopes, expires_at, revoked_at
        FROM access.api_key
       WHERE id = $1
      """;
  private static final String USED =
      """
      UPDATE access.api_key SET last_used_at = now()
       WHERE id = $1 AND (last_used_at IS NULL OR last_used_at < now() - interval '1 minute')
      """;

  private final Pool pool;
  private final Pools pools;

  /** The ids of services' keys, looked up apart: their events must not wait for requests. */
  private final Cache<String, Boolean> ofServices =
      Caffeine.newBuilder().maximumSize(100).expireAfterWrite(Duration.ofHours(1)).build();

  private final Remembered<String, KnownKey> known = new Remembered<>(this::lookUp);

  KnownKeys(Pool pool, Pools pools) {
    this.pool = pool;
    this.pools = pools;
  }

  /** Clears the cache after a change of keys. */
  public void forget() {
    known.forget();
  }

  /**
   * Returns the key of an id; fails with {@link DatabaseUnavailableException} without a database.
   */
  Uni<Optional<KnownKey>> find(String id) {
    return known.find(id);
  }

  private Uni<Optional<KnownKey>> lookUp(String id) {
    Pool asked = ofServices.getIfPresent(id) == null ? pool : new Pool(pools.loops());
    return asked
        .preparedQuery(FIND)
        .execute(Tuple.of(id))
        .ifNoItem()
        .after(LOOK_UP)
        .fail()
        .map(KnownKeys::first)
        .onFailure()
        .transform(e -> new DatabaseUnavailableException("keys cannot be looked up", e))
        .invoke(key -> key.ifPresent(some -> used(id, some)));
  }

  private void used(String id, KnownKey key) {
    if (key.identity().kind() == Principal.Kind.SERVICE) {
      ofServices.put(id, true);
    }
    pool.preparedQuery(USED)
        .execute(Tuple.of(id))
        .subscribe()
        .with(done -> {}, failure -> LOG.debugf("use of key %s not noted: %s", id, failure));
  }

  private static Optional<KnownKey> first(RowSet<Row> rows) {
    return rows.iterator().hasNext() ? Optional.of(key(rows.iterator().next())) : Optional.empty();
  }

  private static KnownKey key(Row row) {
    return new KnownKey(
        row.getBuffer("secret_hash").getBytes(),
        Optional.ofNullable(Rows.instantOrNull(row, "expires_at")),
        Optional.ofNullable(Rows.instantOrNull(row, "revoked_at")),
        new Identity(
            Principal.Kind.ofWire(row.getString("kind")),
            row.getString("principal"),
            Rows.strings(row, "scopes")));
  }
}
