package io.watchbill.rotation.person;

import static java.util.Objects.requireNonNullElse;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Principal;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.http.RevisionTag;
import io.watchbill.kit.problem.Problem;
import io.watchbill.kit.slice.Slice;
import io.watchbill.kit.slice.SliceRequest;
import io.watchbill.rotation.RotationError;
import io.watchbill.rotation.input.Id;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Creates and updates people. */
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

  /** Returns a person, also an archived one; empty if there is none. */
  @WithSession
  public Uni<Optional<Person>> find(String id) {
    return people.findById(id).map(found -> Optional.ofNullable(found).map(PersonEntity::toPerson));
  }

  @WithSession
  public Uni<Slice<Person>> list(SliceRequest page, boolean archived) {
    String after = page.after().orElse("");
    if (!after.isEmpty() && !Id.fits(after)) {
      throw SliceRequest.invalidCursor();
    }
    return people
        .after(after, archived, page.limitPlusOne())
        .map(rows -> Slice.of(rows, page, row -> row.id).map(PersonEntity::toPerson));
  }

  /**
   * Creates or updates a person; an archived one comes back.
   *
   * @param by the caller, who must have rights over the person before and after
   */
  @WithTransaction
  Uni<SavedPerson> put(String id, Person wanted, @Nullable String ifMatch, Principal by) {
    return people
        .findById(id)
        .flatMap(
            found -> {
              Optional<String> team = team(found, wanted, by);
              demand(found, team, by);
              return checkTeam(found, team)
                  .flatMap(known -> save(found, id, wanted, team, ifMatch));
            });
  }

  /**
   * Changes the name or time zone of a person who is not archived.
   *
   * @param by the caller: the person, or somebody with rights over them
   */
  @WithTransaction
  Uni<PersonEntity> change(String id, PersonChange wanted, @Nullable String ifMatch, Principal by) {
    return get(id)
        .flatMap(
            person -> {
              if (by.kind() != Principal.Kind.PERSON || !by.id().equals(id)) {
                Caller.demand(by, Rights.MANAGER, Optional.ofNullable(person.team));
              }
              if (person.archivedAt != null) {
                throw new Problem(
                    RotationError.ARCHIVED,
                    "The person was archived at " + person.archivedAt + ".");
              }
              RevisionTag.check(ifMatch, RevisionTag.tag(person.revision));
              person.name = requireNonNullElse(wanted.name(), person.name);
              person.timeZone = requireNonNullElse(wanted.timeZone(), person.timeZone);
              return people.persistAndFlush(person);
            });
  }

  private static void demand(@Nullable PersonEntity found, Optional<String> team, Principal by) {
    if (found != null) {
      Caller.demand(by, Rights.MANAGER, Optional.ofNullable(found.team));
    }
    Caller.demand(by, Rights.MANAGER, team);
  }

  /** Returns the team that the person belongs to from now on; empty for the admins. */
  private static Optional<String> team(@Nullable PersonEntity found, Person wanted, Principal by) {
    if (wanted.team() != null) {
      return Optional.of(wanted.team());
    }
    if (found != null) {
      return Optional.ofNullable(found.team);
    }
    return by.usualOwner(Rights.MANAGER)
        .orElseThrow(
            () -> Problem.invalid("/team", "the team that the person belongs to is required"));
  }

  private Uni<Void> checkTeam(@Nullable PersonEntity found, Optional<String> team) {
    if (team.isEmpty() || found != null && team.get().equals(found.team)) {
      return Uni.createFrom().voidItem();
    }
    return people
        .isTeam(team.get())
        .invoke(
            known -> {
              if (!known) {
                throw Problem.invalid("/team", "there is no team '" + team.get() + "'");
              }
            })
        .replaceWithVoid();
  }

  private Uni<SavedPerson> save(
      @Nullable PersonEntity found,
      String id,
      Person wanted,
      Optional<String> team,
      @Nullable String ifMatch) {
    RevisionTag.check(ifMatch, found == null ? null : RevisionTag.tag(found.revision));
    PersonEntity person = found == null ? new PersonEntity() : found;
    person.name = wanted.name();
    person.timeZone = wanted.timeZone();
    person.email = wanted.email();
    person.team = team.orElse(null);
    person.archivedAt = null;
    if (found == null) {
      person.id = id;
    }
    return people
        .persistAndFlush(person)
        .call(people::publishTeam)
        .map(stored -> new SavedPerson(stored, found == null));
  }

  /** Returns the teams of the people who are not archived; runs in the caller's session. */
  public Uni<Map<String, Optional<String>>> owners(Collection<String> ids) {
    return people
        .present(ids)
        .map(
            present ->
                present.stream()
                    .collect(
                        Collectors.toMap(
                            person -> person.id, person -> Optional.ofNullable(person.team))));
  }

  /** Returns the ids that are unknown or archived; runs in the caller's session. */
  public Uni<Set<String>> unknown(Collection<String> ids) {
    return people.present(ids).map(present -> without(ids, present));
  }

  private static Set<String> without(Collection<String> ids, List<PersonEntity> present) {
    Set<String> unknown = new HashSet<>(ids);
    present.forEach(person -> unknown.remove(person.id));
    return unknown;
  }
}
