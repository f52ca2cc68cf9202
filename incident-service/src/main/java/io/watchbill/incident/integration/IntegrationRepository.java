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
import org.jspecify.annotations.Nullable;

/** Stores integrations as they are configured. */
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

  /** Finds an integration that is not archived; 404 otherwise. */
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
    String which = archived ? "archivedAt IS NOT NULL" : "archivedAt IS NULL";
    return find(which + " AND id > ?1 ORDER BY id", after).page(0, limit).list();
  }

  @WithTransaction
  Uni<IntegrationEntity> insert(String id, IntegrationBody body) {
    IntegrationEntity row = new IntegrationEntity();
    row.id = id;
    row.createdAt = clock.instant();
    body.onto(row);
    return persistAndFlush(row);
  }

  /**
   * Changes an integration that is not archived.
   *
   * @param ifMatch the ETag that the caller sent; else null
   * @param change checks the row and changes it
   */
  @WithTransaction
  Uni<IntegrationEntity> change(
      String id, @Nullable String ifMatch, Consumer<IntegrationEntity> change) {
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
        .transform(
            e -> new Problem(KitError.CONFLICT, "Somebody else changed the integration just now."));
  }

  /** Does what {@link TimeoutChanges#changed} does, in a session of Hibernate. */
  private Uni<Integer> timeoutChanged() {
    return getSession()
        .flatMap(
            session ->
                session
                    .createNativeQuery(TIMEOUT_CHANGED)
                    .setParameter("kind", TimeoutChanges.KIND)
                    .executeUpdate());
  }

  /** Archives an integration; its incidents and its log stay. */
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
        "The integration '"
            + id
            + "' exists; POST /v1/integrations/"
            + id
            + "/keys creates another key for it.");
  }
}
