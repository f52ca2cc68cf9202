package io.watchbill.rotation.person;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

/** The rows of people. */
@ApplicationScoped
class PersonRepository implements PanacheRepositoryBase<PersonEntity, String> {

  Uni<List<PersonEntity>> after(String id, boolean archived, int limit) {
    String condition = "id > ?1" + (archived ? "" : " and archivedAt is null");
    return find(condition, Sort.by("id"), id).page(Page.ofSize(limit)).list();
  }

  /** Those of the ids who exist and are not archived. */
  Uni<List<PersonEntity>> present(Collection<String> ids) {
    return list("id in ?1 and archivedAt is null", ids);
  }
}
