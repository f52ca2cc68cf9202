package io.watchbill.escalation.contact;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Reads and writes notification rules. */
@ApplicationScoped
class NotificationRuleRepository
    implements PanacheRepositoryBase<NotificationRuleEntity, NotificationRuleEntity.Key> {

  Uni<List<NotificationRuleEntity>> of(String person) {
    return list("person", Sort.by("position"), person);
  }

  Uni<Void> replace(String person, List<NotificationRuleEntity> rules) {
    return delete("person", person).chain(() -> persistAll(rules));
  }

  /** Stores rules; Panache refuses to persist an empty list. */
  private Uni<Void> persistAll(List<NotificationRuleEntity> rows) {
    return rows.isEmpty() ? Uni.createFrom().voidItem() : persist(rows);
  }
}
