package io.watchbill.escalation.policy;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Rows of policies. */
@ApplicationScoped
class PolicyRepository implements PanacheRepositoryBase<PolicyEntity, String> {

  Uni<List<PolicyEntity>> after(String id, int limit) {
    return find("archivedAt is null and id > ?1", Sort.by("id"), id).range(0, limit - 1).list();
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
