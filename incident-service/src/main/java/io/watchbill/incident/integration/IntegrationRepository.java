package io.watchbill.incident.integration;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.watchbill.incident.problem.IncidentError;
import io.watchbill.incident.severity.TimeoutChanges;
import io.watchbill.kit.http.RevisionTag;
import io.watchbill.kit.problem.KitError;
import io.watchbill.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** The table {@code integration}, for those who configure. */
@ApplicationScoped
public class IntegrationRepository implements PanacheRepositoryBase<IntegrationEntity, String> {
  private static final String TIMEOUT_CHANGED =
      """
      INSERT INTO timer (kind, key, due, retry_at)
      SELECT :kind, later, now() + cast(later AS interval),
             now() + cast(later AS interval)
        FROM unnest(ARRAY['PT0S', 'PT2M']) AS later
      ON CONFLICT (kind, key) DO UPDATE SET due = excluded.due, retry_at = excluded.retry_at,
        attempts = 0
      """;

  private final Clock clock;

  IntegrationRepository(Clock clock) {
    this.clock = clock;
  }

  @WithSession
  Uni<Optional<IntegrationEntity>> known(String id) {
    return findById(id).map(Optional::ofNullable);
  }

  /** One that is not archived; 404 otherwise. */
  @WithSession
  Uni<IntegrationEntity> active(String id) {
    return findById(id)
        .onItem()
        .transform(Optional::ofNullable)
        .map(
            row ->
                row.filter(found -> found.archivedAt == null)
                    .orElseThrow(() -> Problem.notFound("integration", id)));
  }

  @WithSession
  Uni<List<IntegrationEntity>> list(boolean archived, String after, int limit) {
    String which = archived ? "archivedAt is not null" : "archivedAt is null";
    return find(which + " and id > ?1 order by id", after).page(0, limit).list();
  }

  @WithTransaction
  Uni<IntegrationEntity> insert(IntegrationBody body) {
    IntegrationEntity row = new IntegrationEntity();
    row.id = body.id();
    row.createdAt = clock.instant();
    body.onto(row);
    return persistAndFlush(row);
  }

  /**
   * Changes one that is not archived.
   *
   * @param ifMatch its edition, if the caller said which it had seen; else null
   * @param change looks at the row and changes it
   */
  @WithTransaction
  Uni<IntegrationEntity> change(String id, String ifMatch, Consumer<IntegrationEntity> change) {
    return active(id)
        .call(
            row -> {
              RevisionTag.check(ifMatch, etag(row));
              String timeout = row.acknowledgementTimeout;
              change.accept(row);
              return Objects.equals(timeout, row.acknowledgementTimeout)
                  ? flush()
                  : flush().chain(this::timeoutChanged);
            })
        .onFailure(OptimisticLockException.class)
        .transform(e -> new Problem(KitError.CONFLICT, "Somebody else changed it just now."));
  }

  /** What {@link TimeoutChanges#changed} does, in the transaction of another kind. */
  private Uni<Integer> timeoutChanged() {
    return getSession()
        .flatMap(
            session ->
                session
                    .createNativeQuery(TIMEOUT_CHANGED)
                    .setParameter("kind", TimeoutChanges.KIND)
                    .executeUpdate());
  }

  /** Takes it out of use; its rows and its log stay. */
  @WithTransaction
  Uni<Void> archive(String id, Consumer<IntegrationEntity> check) {
    return findById(id)
        .map(Optional::ofNullable)
        .map(row -> row.orElseThrow(() -> Problem.notFound("integration", id)))
        .invoke(
            row -> {
              check.accept(row);
              if (row.archivedAt == null) {
                row.archivedAt = clock.instant();
              }
            })
        .replaceWithVoid();
  }

  static String etag(IntegrationEntity row) {
    return RevisionTag.tag(row.version);
  }

  static Problem exists(String id) {
    return new Problem(
        IncidentError.INTEGRATION_EXISTS,
        "There is an integration '"
            + id
            + "'; POST /v1/integrations/"
            + id
            + "/keys makes it another key.");
  }
}
