package io.watchbill.rotation.team;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Stores teams. */
@ApplicationScoped
class TeamRepository implements PanacheRepositoryBase<TeamEntity, String> {

  Uni<List<TeamEntity>> after(String id, boolean archived, int limit) {
    String condition = "id > ?1" + (archived ? "" : " and archivedAt is null");
    return find(condition, Sort.by("id"), id).page(Page.ofSize(limit)).list();
  }

  /** Returns the people who have consented to be members of the team. */
  Uni<List<String>> agreed(String team, List<String> people) {
    return getSession()
        .flatMap(
            session ->
                session
                    .createNativeQuery(
                        "SELECT person FROM membership_consent WHERE team = ?1 AND person IN ?2",
                        String.class)
                    .setParameter(1, team)
                    .setParameter(2, people)
                    .getResultList());
  }
}
