package io.watchbill.escalation.policy;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Reads and writes what policies were. */
@ApplicationScoped
class PolicyVersionRepository
    implements PanacheRepositoryBase<PolicyVersionEntity, PolicyVersionEntity.Key> {

  /** Returns the versions before a number, the newest first. */
  Uni<List<PolicyVersionEntity>> before(String policy, long version, int limit) {
    return find(
            "policy = ?1 and version < ?2",
            Sort.by("version", Sort.Direction.Descending),
            policy,
            version)
        .range(0, limit - 1)
        .list();
  }

  Uni<Boolean> has(String policy, long version) {
    return findById(new PolicyVersionEntity.Key(policy, version)).map(found -> found != null);
  }

  /** Deletes the versions up to a number. */
  Uni<Void> forget(String policy, long version) {
    return delete("policy = ?1 and version <= ?2", policy, version).replaceWithVoid();
  }
}
