package io.watchbill.rotation.team;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.watchbill.kit.access.Principal;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.http.RevisionTag;
import io.watchbill.kit.problem.KitError;
import io.watchbill.kit.problem.Problem;
import io.watchbill.kit.problem.Violation;
import io.watchbill.kit.problem.Violations;
import io.watchbill.kit.slice.Slice;
import io.watchbill.kit.slice.SliceRequest;
import io.watchbill.rotation.input.Id;
import io.watchbill.rotation.person.PersonService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Creates and updates teams. */
@ApplicationScoped
public class TeamService {
  private final TeamRepository teams;
  private final PersonService people;

  TeamService(TeamRepository teams, PersonService people) {
    this.teams = teams;
    this.people = people;
  }

  @WithSession
  Uni<TeamEntity> get(String id) {
    return teams.findById(id).onItem().ifNull().failWith(() -> Problem.notFound("team", id));
  }

  @WithSession
  public Uni<Slice<Team>> list(SliceRequest page, boolean archived) {
    String after = page.after().orElse("");
    if (!after.isEmpty() && !Id.fits(after)) {
      throw SliceRequest.invalidCursor();
    }
    return teams
        .after(after, archived, page.limitPlusOne())
        .map(rows -> Slice.of(rows, page, row -> row.id).map(TeamEntity::toTeam));
  }

  /**
   * Creates or updates a team; an archived one comes back.
   *
   * @param by the caller, who needs rights over each new member who neither belongs to the team nor
   *     has consented
   */
  @WithTransaction
  Uni<SavedTeam> put(String id, Team wanted, @Nullable String ifMatch, Principal by) {
    return people
        .unknown(wanted.members())
        .invoke(unknown -> checkMembers(wanted.members(), unknown))
        .flatMap(known -> teams.findById(id))
        .call(found -> checkJoining(id, joining(found, wanted), by))
        .flatMap(found -> save(found, id, wanted, ifMatch));
  }

  private static List<String> joining(@Nullable TeamEntity found, Team wanted) {
    List<String> joining = new ArrayList<>(wanted.members());
    if (found != null) {
      joining.removeAll(found.members);
    }
    return joining;
  }

  private Uni<Void> checkJoining(String team, List<String> joining, Principal by) {
    if (joining.isEmpty() || by.isAdmin()) {
      return Uni.createFrom().voidItem();
    }
    return people
        .owners(joining)
        .flatMap(
            owners ->
                teams
                    .agreed(team, joining)
                    .invoke(agreed -> refuse(team, joining, owners, agreed, by)))
        .replaceWithVoid();
  }

  private static void refuse(
      String team,
      List<String> joining,
      Map<String, Optional<String>> owners,
      List<String> agreed,
      Principal by) {
    for (String person : joining) {
      Optional<String> owner = owners.getOrDefault(person, Optional.empty());
      boolean self = by.kind() == Principal.Kind.PERSON && by.id().equals(person);
      boolean theirs = owner.filter(team::equals).isPresent();
      if (!self && !theirs && !agreed.contains(person) && !by.mayFor(Rights.MANAGER, owner)) {
        String detail =
            "'%s' belongs to %s: consent is required first, by PUT /v1/people/%s/teams/%s."
                .formatted(
                    person,
                    owner.map(other -> "the team '" + other + "'").orElse("no team"),
                    person,
                    team);
        throw new Problem(KitError.FORBIDDEN, detail, new Violation("/members", detail));
      }
    }
  }

  private Uni<SavedTeam> save(
      @Nullable TeamEntity found, String id, Team wanted, @Nullable String ifMatch) {
    RevisionTag.check(ifMatch, found == null ? null : RevisionTag.tag(found.revision));
    TeamEntity team = found == null ? new TeamEntity() : found;
    team.name = wanted.name();
    team.archivedAt = null;
    if (!team.members.equals(wanted.members())) {
      team.members.clear();
      team.members.addAll(wanted.members());
    }
    if (found == null) {
      team.id = id;
    }
    return teams.persistAndFlush(team).map(stored -> new SavedTeam(stored, found == null));
  }

  private static void checkMembers(List<String> members, Set<String> unknown) {
    Violations violations = new Violations();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < members.size(); i++) {
      String member = members.get(i);
      if (unknown.contains(member)) {
        violations.at("/members").item(i).add("there is no person '" + member + "'");
      } else if (!seen.add(member)) {
        violations.at("/members").item(i).add("'" + member + "' is named twice");
      }
    }
    violations.throwIfAny("Members must be people who exist, each once.");
  }
}
