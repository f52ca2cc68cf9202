package io.watchbill.escalation.contact;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Reads and writes contact methods. */
@ApplicationScoped
class ContactMethodRepository
    implements PanacheRepositoryBase<ContactMethodEntity, ContactMethodEntity.Key> {

  Uni<List<ContactMethodEntity>> of(String person) {
    return list("person", Sort.by("id"), person);
  }

  /** Returns the team that a person belongs to; empty if only admins manage them. */
  Uni<Optional<String>> teamOf(String person) {
    return getSession()
        .flatMap(
            session ->
                session
                    .createNativeQuery(
                        "SELECT team FROM access.person WHERE id = ?1 AND team <> ''", String.class)
                    .setParameter(1, person)
                    .getSingleResultOrNull())
        .map(Optional::ofNullable);
  }
}
