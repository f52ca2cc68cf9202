package io.watchbill.kit.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import io.watchbill.kit.database.DatabaseUnavailableException;
import io.watchbill.kit.database.Rows;
import io.watchbill.kit.time.TimeShift;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Looks up sessions, caches each for two seconds (an ended session may work that long), and records
 * their use at most once a minute.
 */
@ApplicationScoped
public class KnownSessions {
  private static final Logger LOG = Logger.getLogger(KnownSessions.class);
  private static final Duration LOOK_UP = Duration.ofSeconds(5);
  private static final String FIND =
      """
      SELECT s.id, s.kind, s.principal, k.scopes, s.last_used_at,
             least(s.expires_at, k.expires_at) AS expires_at,
             least(s.ended_at, k.revoked_at) AS ended_at
        FROM access.session s LEFT JOIN access.api_key k ON k.id = s.key_id
       WHERE s.token_hash = $1
      """;
  private static final String USED =
      """
      UPDATE access.session SET last_used_at = now() + make_interval(secs => $2)
       WHERE id = $1 AND last_used_at < now() + make_interval(secs => $2) - interval '1 minute'
      """;

  private final Pool pool;
  private final TimeShift timeShift;
  private final Remembered<String, KnownSession> known = new Remembered<>(this::lookUp);

  /** By session the last use before the one that is being noted: many requests note it once. */
  private final Cache<UUID, Instant> noted =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofMinutes(1)).build();

  KnownSessions(Pool pool, TimeShift timeShift) {
    this.pool = pool;
    this.timeShift = timeShift;
  }

  /** Clears the cache after a change of sessions. */
  public void forget() {
    known.forget();
  }

  /**
   * Returns the session of a token, valid or not; fails with {@link DatabaseUnavailableException}
   * without a database.
   *
   * @param fingerprint of the token, see {@link RandomToken#fingerprint}
   */
  Uni<Optional<KnownSession>> find(String fingerprint) {
    return known.find(fingerprint);
  }

  /** Records that a valid session was used; nobody waits for that. */
  void used(KnownSession session) {
    if (session.lastUsedAt().equals(noted.asMap().put(session.id(), session.lastUsedAt()))) {
      return;
    }
    pool.preparedQuery(USED)
        .execute(Tuple.of(session.id(), timeShift.shift().toMillis() / 1000.0))
        .subscribe()
        .with(
            done -> {},
            failure -> {
              noted.invalidate(session.id());
              LOG.debugf("use of session %s not noted: %s", session.id(), failure);
            });
  }

  private Uni<Optional<KnownSession>> lookUp(String fingerprint) {
    return pool.preparedQuery(FIND)
        .execute(Tuple.of(Buffer.buffer(HexFormat.of().parseHex(fingerprint)).getDelegate()))
        .ifNoItem()
        .after(LOOK_UP)
        .fail()
        .map(KnownSessions::first)
        .onFailure()
        .transform(e -> new DatabaseUnavailableException("sessions cannot be looked up", e));
  }

  private static Optional<KnownSession> first(RowSet<Row> rows) {
    return rows.iterator().hasNext()
        ? Optional.of(session(rows.iterator().next()))
        : Optional.empty();
  }

  private static KnownSession session(Row row) {
    return new KnownSession(
        row.getUUID("id"),
        new Identity(
            Principal.Kind.ofWire(row.getString("kind")),
            row.getString("principal"),
            Rows.strings(row, "scopes")),
        Rows.instant(row, "last_used_at"),
        Rows.instant(row, "expires_at"),
        Optional.ofNullable(Rows.instantOrNull(row, "ended_at")));
  }
}
