package io.watchbill.rotation.team;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.watchbill.kit.http.Edition;
import io.watchbill.kit.paging.Page;
import io.watchbill.kit.paging.PageRequest;
import io.watchbill.kit.problem.KitError;
import io.watchbill.kit.problem.Problem;
import io.watchbill.kit.problem.Violation;
import io.watchbill.rotation.person.PersonService;
import io.watchbill.rotation.request.Id;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Teams, as they are configured. */
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
  Uni<Page<Team>> list(PageRequest page, boolean archived) {
    String after = page.after().orElse("");
    if (!after.isEmpty() && !Id.fits(after)) {
      throw PageRequest.invalidCursor();
    }
    return teams
        .after(after, archived, page.limitPlusOne())
        .map(rows -> Page.of(rows, page, row -> row.id).map(TeamEntity::toTeam));
  }

  /** Makes or changes a team; an archived one comes back. */
  @WithTransaction
  Uni<Saved> put(String id, Team wanted, String ifMatch) {
    return people
        .unknown(wanted.members())
        .invoke(unknown -> checkMembers(wanted.members(), unknown))
        .flatMap(known -> teams.findById(id))
        .flatMap(found -> save(found, id, wanted, ifMatch));
  }

  private Uni<Saved> save(TeamEntity found, String id, Team wanted, String ifMatch) {
    Edition.check(ifMatch, found == null ? null : Edition.tag(found.revision));
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
    return teams.persistAndFlush(team).map(stored -> new Saved(stored, found == null));
  }

  private static void checkMembers(List<String> members, Set<String> unknown) {
    List<Violation> violations = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < members.size(); i++) {
      String member = members.get(i);
      if (unknown.contains(member)) {
        violations.add(new Violation("/members/" + i, "there is no person '" + member + "'"));
      } else if (!seen.add(member)) {
        violations.add(new Violation("/members/" + i, "'" + member + "' is named twice"));
      }
    }
    if (!violations.isEmpty()) {
      throw new Problem(KitError.INVALID, "Members are people who exist, each once.", violations);
    }
  }
}
