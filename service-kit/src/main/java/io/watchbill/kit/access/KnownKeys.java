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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Looks up keys, caches each for two seconds (a revoked key may work that long), and records their
 * use at most once a minute. Unknown keys are not cached: a new key works at once.
 */
@ApplicationScoped
public class KnownKeys {
  private static final Logger LOG = Logger.getLogger(KnownKeys.class);
  private static final Duration REMEMBERED = Duration.ofSeconds(2);
  private static final Duration LOOK_UP = Duration.ofSeconds(5);
  private static final String FIND =
      """
      SELECT k.kind, k.principal, k.secret_hash, k.scopes, k.expires_at, k.revoked_at,
             coalesce(array_agg(g.right_) FILTER (WHERE g.right_ IS NOT NULL), '{}') AS rights,
             coalesce(array_agg(g.team) FILTER (WHERE g.right_ IS NOT NULL), '{}') AS teams
        FROM access.api_key k
        LEFT JOIN access.grant_ g ON g.principal_kind = k.kind AND g.principal = k.principal
       WHERE k.id = $1
       GROUP BY k.id
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

  private final Cache<String, KnownKey> known =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(REMEMBERED).build();

  private final Map<String, Uni<Optional<KnownKey>>> underWay = new ConcurrentHashMap<>();

  KnownKeys(Pool pool, Pools pools) {
    this.pool = pool;
    this.pools = pools;
  }

  /** Clears the cache after a change of keys or rights. */
  public void forget() {
    known.invalidateAll();
  }

  /**
   * Returns the key of an id; fails with {@link DatabaseUnavailableException} without a database.
   */
  Uni<Optional<KnownKey>> find(String id) {
    KnownKey remembered = known.getIfPresent(id);
    return remembered != null ? Uni.createFrom().item(Optional.of(remembered)) : lookUpOnce(id);
  }

  /**
   * Concurrent requests with one key query the database once. A key that was missing in that query
   * may have been made since.
   */
  private Uni<Optional<KnownKey>> lookUpOnce(String id) {
    Uni<Optional<KnownKey>> mine =
        lookUp(id)
            .invoke(key -> key.ifPresent(k -> remember(id, k)))
            .onTermination()
            .invoke(() -> underWay.remove(id))
            .memoize()
            .indefinitely();
    Uni<Optional<KnownKey>> others = underWay.putIfAbsent(id, mine);
    return others == null
        ? mine
        : others.chain(key -> key.isPresent() ? Uni.createFrom().item(key) : lookUp(id));
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
        .transform(e -> new DatabaseUnavailableException("keys cannot be looked up", e));
  }

  private void remember(String id, KnownKey key) {
    known.put(id, key);
    if (key.principal().kind() == Principal.Kind.SERVICE) {
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
    Principal.Kind kind = Principal.Kind.ofWire(row.getString("kind"));
    return new KnownKey(
        row.getBuffer("secret_hash").getBytes(),
        Optional.ofNullable(Rows.instant(row, "expires_at")),
        Optional.ofNullable(Rows.instant(row, "revoked_at")),
        new Principal(kind, row.getString("principal"), grants(kind, row)));
  }

  private static List<Grant> grants(Principal.Kind kind, Row row) {
    if (kind == Principal.Kind.INTEGRATION) {
      return List.of(new Grant(Rights.INTEGRATION, Optional.empty()));
    }
    if (kind == Principal.Kind.SERVICE) {
      return List.of(new Grant(Rights.SERVICE, Optional.empty()));
    }
    List<Grant> grants = new ArrayList<>();
    Rows.strings(row, "scopes").stream()
        .filter(Rights.grantable()::contains)
        .forEach(scope -> grants.add(new Grant(scope, Optional.empty())));
    List<String> rights = Rows.strings(row, "rights");
    List<String> teams = Rows.strings(row, "teams");
    for (int i = 0; i < rights.size(); i++) {
      String team = teams.get(i);
      grants.add(new Grant(rights.get(i), team.isEmpty() ? Optional.empty() : Optional.of(team)));
    }
    return List.copyOf(grants);
  }
}
