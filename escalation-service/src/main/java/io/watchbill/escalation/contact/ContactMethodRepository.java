package io.watchbill.escalation.contact;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Rows of contact methods. */
@ApplicationScoped
class ContactMethodRepository
    implements PanacheRepositoryBase<ContactMethodEntity, ContactMethodEntity.Key> {

  Uni<List<ContactMethodEntity>> of(String person) {
    return list("person", Sort.by("id"), person);
  }
}
