package io.watchbill.rotation.grant;

import io.watchbill.kit.access.Rights;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.problem.Problem;
import io.watchbill.kit.slice.Slice;
import io.watchbill.kit.slice.SliceRequest;
import io.watchbill.rotation.input.Id;
import io.watchbill.rotation.key.LastAdmin;
import io.watchbill.rotation.person.KnownPeople;
import io.watchbill.rotation.team.KnownTeams;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads and sets the grants of people and automations. */
@ApplicationScoped
public class GrantService {
  private static final Set<String> KINDS = Set.of("person", "automation");

  private final Database database;
  private final GrantRepository grants;
  private final KnownPeople people;
  private final KnownTeams teams;
  private final LastAdmin lastAdmin;

  GrantService(
      Database database,
      GrantRepository grants,
      KnownPeople people,
      KnownTeams teams,
      LastAdmin lastAdmin) {
    this.lastAdmin = lastAdmin;
    this.database = database;
    this.grants = grants;
    this.people = people;
    this.teams = teams;
  }

  /** Returns the grants of a principal. */
  public GrantSet get(String kind, String principal) {
    checkKind(kind);
    return database.read(tx -> read(tx, kind, principal));
  }

  /** Returns the grants of all principals, by slices of principals. */
  public Slice<GrantSet> list(SliceRequest page) {
    String[] after = page.after().map(GrantService::cursor).orElse(new String[] {"", ""});
    List<GrantRepository.Held> held =
        database.read(tx -> grants.after(tx, after[0], after[1], page.limitPlusOne()));
    Map<String, List<GrantRepository.Held>> byPrincipal = new LinkedHashMap<>();
    held.forEach(
        h ->
            byPrincipal
                .computeIfAbsent(h.kind() + "/" + h.principal(), key -> new ArrayList<>())
                .add(h));
    return Slice.of(
        byPrincipal.values().stream().map(GrantService::set).toList(),
        page,
        set -> set.kind() + "/" + set.principal());
  }

  GrantSet put(String kind, String principal, GrantSet wanted) {
    checkKind(kind);
    return database.inTransaction(
        tx -> {
          check(tx, kind, principal, wanted);
          lastAdmin.outlives(
              tx,
              () -> {
                grants.clear(tx, kind, principal);
                wanted.grants().forEach(grant -> grants.add(tx, kind, principal, grant));
              });
          return read(tx, kind, principal);
        });
  }

  /** Gives a principal one right more. */
  public void give(String kind, String principal, GrantSet.Grant grant) {
    checkKind(kind);
    database.run(
        tx -> {
          check(tx, kind, principal, new GrantSet(kind, principal, List.of(grant)));
          lastAdmin.outlives(tx, () -> grants.add(tx, kind, principal, grant));
        });
  }

  /** Takes one right from a principal; does nothing when they lack it. */
  public void take(String kind, String principal, GrantSet.Grant grant) {
    checkKind(kind);
    database.run(tx -> lastAdmin.outlives(tx, () -> grants.remove(tx, kind, principal, grant)));
  }

  /** Returns the rights of people for a team, with those for all teams. */
  public Map<String, List<GrantSet.Grant>> inTeam(Tx tx, String team, Collection<String> people) {
    return grants.inTeam(tx, team, people).stream()
        .collect(
            Collectors.groupingBy(
                GrantRepository.Held::principal,
                Collectors.mapping(GrantRepository.Held::grant, Collectors.toList())));
  }

  void delete(String kind, String principal) {
    checkKind(kind);
    database.run(
        tx -> {
          lastAdmin.outlives(tx, () -> grants.clear(tx, kind, principal));
        });
  }

  private void check(Tx tx, String kind, String principal, GrantSet wanted) {
    if (kind.equals("person") && !people.unknown(tx, Set.of(principal)).isEmpty()) {
      throw Problem.notFound("person", principal);
    }
    for (int i = 0; i < wanted.grants().size(); i++) {
      String team = wanted.grants().get(i).team();
      if (team != null && wanted.grants().get(i).right().equals(Rights.ADMIN)) {
        throw Problem.invalid(
            "/grants/" + i + "/team",
            "admin applies to the whole installation; for one team there is manager");
      }
      if (team != null && !teams.knows(tx, team)) {
        throw Problem.invalid("/grants/" + i + "/team", "there is no team '" + team + "'");
      }
    }
  }

  private GrantSet read(Tx tx, String kind, String principal) {
    return new GrantSet(
        kind,
        principal,
        grants.of(tx, kind, principal).stream().map(GrantRepository.Held::grant).toList());
  }

  private static GrantSet set(List<GrantRepository.Held> held) {
    return new GrantSet(
        held.getFirst().kind(),
        held.getFirst().principal(),
        held.stream().map(GrantRepository.Held::grant).toList());
  }

  private static void checkKind(String kind) {
    if (!KINDS.contains(kind)) {
      throw Problem.invalid("kind", "only people and automations have grants");
    }
  }

  private static String[] cursor(String text) {
    String[] parts = text.split("/", -1);
    if (parts.length != 2 || !KINDS.contains(parts[0]) || !Id.fits(parts[1])) {
      throw SliceRequest.invalidCursor();
    }
    return parts;
  }
}
