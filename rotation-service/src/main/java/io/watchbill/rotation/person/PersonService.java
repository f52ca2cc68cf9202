package io.watchbill.rotation.person;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.watchbill.kit.http.Edition;
import io.watchbill.kit.paging.Page;
import io.watchbill.kit.paging.PageRequest;
import io.watchbill.kit.problem.Problem;
import io.watchbill.rotation.request.Id;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** People, as they are configured. */
@ApplicationScoped
public class PersonService {
  private final PersonRepository people;

  PersonService(PersonRepository people) {
    this.people = people;
  }

  @WithSession
  Uni<PersonEntity> get(String id) {
    return people.findById(id).onItem().ifNull().failWith(() -> Problem.notFound("person", id));
  }

  @WithSession
  Uni<Page<Person>> list(PageRequest page, boolean archived) {
    String after = page.after().orElse("");
    if (!after.isEmpty() && !Id.fits(after)) {
      throw PageRequest.invalidCursor();
    }
    return people
        .after(after, archived, page.limitPlusOne())
        .map(rows -> Page.of(rows, page, row -> row.id).map(PersonEntity::toPerson));
  }

  /** Makes or changes a person; an archived one comes back. */
  @WithTransaction
  Uni<Saved> put(String id, Person wanted, String ifMatch) {
    return people.findById(id).flatMap(found -> save(found, id, wanted, ifMatch));
  }

  private Uni<Saved> save(PersonEntity found, String id, Person wanted, String ifMatch) {
    Edition.check(ifMatch, found == null ? null : Edition.tag(found.revision));
    PersonEntity person = found == null ? new PersonEntity() : found;
    person.name = wanted.name();
    person.timeZone = wanted.timeZone();
    person.email = wanted.email();
    person.archivedAt = null;
    if (found == null) {
      person.id = id;
    }
    return people.persistAndFlush(person).map(stored -> new Saved(stored, found == null));
  }

  /** Those of the ids who are unknown or archived; runs in the session of the caller. */
  public Uni<Set<String>> unknown(Collection<String> ids) {
    return people.present(ids).map(present -> without(ids, present));
  }

  private static Set<String> without(Collection<String> ids, List<PersonEntity> present) {
    Set<String> unknown = new HashSet<>(ids);
    present.forEach(person -> unknown.remove(person.id));
    return unknown;
  }
}
