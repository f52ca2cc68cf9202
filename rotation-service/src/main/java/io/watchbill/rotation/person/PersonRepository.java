package io.watchbill.rotation.person;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

/** Stores people. */
@ApplicationScoped
class PersonRepository implements PanacheRepositoryBase<PersonEntity, String> {

  Uni<List<PersonEntity>> after(String id, boolean archived, int limit) {
    String condition = "id > ?1" + (archived ? "" : " and archivedAt is null");
    return find(condition, Sort.by("id"), id).page(Page.ofSize(limit)).list();
  }

  /**
   * Returns whether the team exists, and locks it: it is not archived before this transaction ends.
   */
  Uni<Boolean> isTeam(String id) {
    return getSession()
        .flatMap(
            session ->
                session
                    .createNativeQuery(
                        "SELECT id FROM team WHERE id = ?1 AND archived_at IS NULL FOR SHARE",
                        String.class)
                    .setParameter(1, id)
                    .getSingleResultOrNull())
        .map(found -> found != null);
  }

  /** Publishes to all services which team the person belongs to. */
  Uni<Void> publishTeam(PersonEntity person) {
    return getSession()
        .flatMap(
            session ->
                session
                    .createNativeQuery(
                        """
                        INSERT INTO access.person (id, team)
                        VALUES (?1, ?2)
                        ON CONFLICT (id) DO UPDATE SET team = excluded.team
                         WHERE access.person.team <> excluded.team
                        """)
                    .setParameter(1, person.id)
                    .setParameter(2, person.team == null ? "" : person.team)
                    .executeUpdate())
        .replaceWithVoid();
  }

  /** Returns the people who exist and are not archived. */
  Uni<List<PersonEntity>> present(Collection<String> ids) {
    return list("id in ?1 and archivedAt is null", ids);
  }
}
