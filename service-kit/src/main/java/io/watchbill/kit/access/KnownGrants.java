package io.watchbill.kit.access;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import io.watchbill.kit.access.AccessMetrics.Refusal;
import io.watchbill.kit.database.DatabaseUnavailableException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Returns what a caller may do, however it was authenticated. Rights of people and automations are
 * looked up and remembered for two seconds (a withdrawn grant may work that long); those of
 * integrations and services follow from their kind.
 */
@ApplicationScoped
public class KnownGrants {
  private static final Duration LOOK_UP = Duration.ofSeconds(5);
  private static final String FIND =
      "SELECT right_, team FROM access.grant_ WHERE principal_kind = $1 AND principal = $2";

  private final Pool pool;
  private final AccessMetrics metrics;
  private final Remembered<Holder, List<Grant>> known = new Remembered<>(this::lookUp);

  private record Holder(Principal.Kind kind, String id) {}

  KnownGrants(Pool pool, AccessMetrics metrics) {
    this.pool = pool;
    this.metrics = metrics;
  }

  /** Clears the cache after a change of grants. */
  public void forget() {
    known.forget();
  }

  /**
   * Returns the rights; fails with {@link DatabaseUnavailableException} when they cannot be looked
   * up.
   */
  Uni<List<Grant>> of(Identity caller) {
    return switch (caller.kind()) {
      case INTEGRATION -> always(Rights.INTEGRATION);
      case SERVICE -> always(Rights.SERVICE);
      case PERSON, AUTOMATION ->
          known
              .find(new Holder(caller.kind(), caller.id()))
              .map(granted -> and(caller.scopes(), granted.orElse(List.of())));
    };
  }

  private static Uni<List<Grant>> always(String right) {
    return Uni.createFrom().item(List.of(new Grant(right, Optional.empty())));
  }

  private static List<Grant> and(List<String> scopes, List<Grant> granted) {
    Stream<Grant> ofScopes =
        scopes.stream()
            .filter(Rights.grantable()::contains)
            .map(scope -> new Grant(scope, Optional.empty()));
    return Stream.concat(ofScopes, granted.stream()).toList();
  }

  private Uni<Optional<List<Grant>>> lookUp(Holder holder) {
    return pool.preparedQuery(FIND)
        .execute(Tuple.of(holder.kind().wire(), holder.id()))
        .ifNoItem()
        .after(LOOK_UP)
        .fail()
        .map(rows -> Optional.of(grants(rows)))
        .onFailure()
        .invoke(e -> metrics.refused(Refusal.UNAVAILABLE))
        .onFailure()
        .transform(e -> new DatabaseUnavailableException("rights cannot be looked up", e));
  }

  private static List<Grant> grants(RowSet<Row> rows) {
    List<Grant> grants = new ArrayList<>();
    for (Row row : rows) {
      String team = row.getString("team");
      grants.add(
          new Grant(
              row.getString("right_"), team.isEmpty() ? Optional.empty() : Optional.of(team)));
    }
    return List.copyOf(grants);
  }
}
