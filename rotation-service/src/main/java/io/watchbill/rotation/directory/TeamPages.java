package io.watchbill.rotation.directory;

import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Principal;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.EventLoop;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.page.Refusal;
import io.watchbill.kit.slice.SliceRequest;
import io.watchbill.rotation.board.FilledForm;
import io.watchbill.rotation.grant.GrantService;
import io.watchbill.rotation.grant.GrantSet;
import io.watchbill.rotation.person.KnownPeople;
import io.watchbill.rotation.rotation.RotationRepository;
import io.watchbill.rotation.rotation.StoredRotation;
import io.watchbill.rotation.team.KnownTeams;
import io.watchbill.rotation.team.Team;
import io.watchbill.rotation.team.TeamService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what the pages of teams show. */
@ApplicationScoped
class TeamPages {
  private static final int MOST_PEOPLE = 1_000;

  private final Database database;
  private final TeamService teams;
  private final KnownTeams known;
  private final KnownPeople people;
  private final RotationRepository rotations;
  private final GrantService grants;
  private final Caller caller;

  TeamPages(
      Database database,
      TeamService teams,
      KnownTeams known,
      KnownPeople people,
      RotationRepository rotations,
      GrantService grants,
      Caller caller) {
    this.database = database;
    this.teams = teams;
    this.known = known;
    this.people = people;
    this.rotations = rotations;
    this.grants = grants;
    this.caller = caller;
  }

  TeamsPage list(SliceRequest page, boolean archived, Optional<Refusal> refusal) {
    return new TeamsPage(
        EventLoop.await(() -> teams.list(page, archived)),
        archived,
        caller.principal().maySomewhere(Rights.MANAGER),
        FilledForm.empty(refusal));
  }

  boolean exists(String id) {
    return database.read(tx -> known.exists(tx, id));
  }

  TeamPage read(Team team, String revision, Optional<Refusal> refusal) {
    return database.read(tx -> read(tx, team, revision, refusal));
  }

  private TeamPage read(Tx tx, Team team, String revision, Optional<Refusal> refusal) {
    String id = team.id() == null ? "" : team.id();
    Principal principal = caller.principal();
    boolean mayChange = principal.may(Rights.MANAGER, id);
    return new TeamPage(
        team,
        members(tx, id, team.members(), principal.isAdmin()),
        mayChange ? others(tx, team) : Map.of(),
        schedules(tx, id),
        new FilledForm(Map.of("revision", revision, "name", team.name()), refusal),
        Rights.grantable().stream().filter(right -> !right.equals(Rights.ADMIN)).toList(),
        mayChange,
        principal.isAdmin());
  }

  private List<TeamPage.Member> members(Tx tx, String team, List<String> ids, boolean admin) {
    Map<String, String> names = people.names(tx, ids);
    Map<String, List<GrantSet.Grant>> held = admin ? grants.inTeam(tx, team, ids) : Map.of();
    return ids.stream()
        .map(
            id ->
                new TeamPage.Member(
                    id, names.getOrDefault(id, id), held.getOrDefault(id, List.of())))
        .toList();
  }

  private Map<String, String> others(Tx tx, Team team) {
    Map<String, String> others = new LinkedHashMap<>(people.present(tx, MOST_PEOPLE));
    team.members().forEach(others::remove);
    return others;
  }

  private Map<String, String> schedules(Tx tx, String team) {
    Map<String, String> names = new LinkedHashMap<>();
    for (StoredRotation rotation : rotations.ofTeam(tx, team)) {
      names.put(rotation.id(), rotation.name());
    }
    return names;
  }
}
