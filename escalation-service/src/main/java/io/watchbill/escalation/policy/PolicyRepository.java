package io.watchbill.escalation.policy;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Reads and writes policies. */
@ApplicationScoped
class PolicyRepository implements PanacheRepositoryBase<PolicyEntity, String> {
  /** Every value of a field {@code rotation} in a step, as the index has it. */
  private static final String NAMING =
      """
      SELECT * FROM policy
      WHERE archived_at IS NULL AND id > ?1
        AND jsonb_path_query_array(CAST(definition AS jsonb), '$.**.rotation')
            @> to_jsonb(CAST(?2 AS text))
      ORDER BY id
      """;

  Uni<List<PolicyEntity>> after(String id, int limit) {
    return find("archivedAt is null and id > ?1", Sort.by("id"), id).range(0, limit - 1).list();
  }

  /** Returns the policies of the same list with a step that names the rotation. */
  Uni<List<PolicyEntity>> naming(String rotation, String after, int limit) {
    return getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(NAMING, PolicyEntity.class)
                    .setParameter(1, after)
                    .setParameter(2, rotation)
                    .setMaxResults(limit)
                    .getResultList());
  }

  Uni<Optional<PolicyEntity>> current(String id) {
    return findById(id)
        .map(found -> Optional.ofNullable(found).filter(policy -> policy.archivedAt == null));
  }

  Uni<Optional<PolicyEntity>> fallbackOtherThan(String id) {
    return find("fallback and archivedAt is null and id <> ?1", id)
        .firstResult()
        .map(Optional::ofNullable);
  }
}
