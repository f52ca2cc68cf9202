package io.watchbill.escalation.policy;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Reads and writes webhooks. */
@ApplicationScoped
class WebhookRepository implements PanacheRepositoryBase<WebhookEntity, String> {

  Uni<List<WebhookEntity>> after(String id, int limit) {
    return find("id > ?1", Sort.by("id"), id).range(0, limit - 1).list();
  }

  Uni<List<WebhookEntity>> known(List<String> ids) {
    return ids.isEmpty() ? Uni.createFrom().item(List.of()) : list("id in ?1", ids);
  }
}
