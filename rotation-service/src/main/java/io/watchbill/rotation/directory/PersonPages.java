package io.watchbill.rotation.directory;

import static java.util.Objects.requireNonNullElse;

import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Principal;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.EventLoop;
import io.watchbill.kit.page.Refusal;
import io.watchbill.kit.slice.SliceRequest;
import io.watchbill.rotation.board.FilledForm;
import io.watchbill.rotation.directory.PersonPage.May;
import io.watchbill.rotation.grant.GrantService;
import io.watchbill.rotation.grant.GrantSet;
import io.watchbill.rotation.person.Acting;
import io.watchbill.rotation.person.KnownPeople;
import io.watchbill.rotation.person.Person;
import io.watchbill.rotation.person.PersonResource;
import io.watchbill.rotation.person.PersonService;
import io.watchbill.rotation.team.ConsentResource;
import io.watchbill.rotation.team.KnownTeams;
import io.watchbill.rotation.team.Memberships;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what the pages of people show. */
@ApplicationScoped
class PersonPages {
  private static final int MOST_TEAMS = 1_000;

  private final Database database;
  private final PersonService people;
  private final PersonResource api;
  private final KnownPeople known;
  private final KnownTeams teams;
  private final Memberships memberships;
  private final ConsentResource consents;
  private final GrantService grants;
  private final Acting acting;
  private final Caller caller;

  PersonPages(
      Database database,
      PersonService people,
      PersonResource api,
      KnownPeople known,
      KnownTeams teams,
      Memberships memberships,
      ConsentResource consents,
      GrantService grants,
      Acting acting,
      Caller caller) {
    this.database = database;
    this.people = people;
    this.api = api;
    this.known = known;
    this.teams = teams;
    this.memberships = memberships;
    this.consents = consents;
    this.grants = grants;
    this.acting = acting;
    this.caller = caller;
  }

  PeoplePage list(SliceRequest page, boolean archived, Optional<Refusal> refusal) {
    return new PeoplePage(
        EventLoop.await(() -> people.list(page, archived)),
        archived,
        caller.principal().maySomewhere(Rights.MANAGER),
        teams(),
        FilledForm.empty(refusal));
  }

  boolean exists(String id) {
    return database.read(tx -> known.zoneOf(tx, id)).isPresent();
  }

  PersonPage read(String id, Optional<Refusal> refusal) {
    Response found = EventLoop.await(() -> api.get(id));
    Person person = (Person) found.getEntity();
    Principal principal = caller.principal();
    boolean admin = principal.isAdmin();
    boolean manages = principal.mayFor(Rights.MANAGER, Optional.ofNullable(person.team()));
    boolean present = person.archivedAt() == null;
    return new PersonPage(
        person,
        database.read(tx -> memberships.ofPerson(tx, id)),
        teams(),
        present ? consents.list(id).items() : List.of(),
        admin ? grants.get(Principal.Kind.PERSON.wire(), id).grants() : List.<GrantSet.Grant>of(),
        new FilledForm(fields(person, found.getEntityTag().getValue()), refusal),
        Rights.grantable(),
        new May(
            manages,
            present && (admin || acting.is(id)),
            present && (manages || acting.is(id)),
            admin));
  }

  private static Map<String, String> fields(Person person, String revision) {
    return Map.of(
        "revision", revision,
        "name", person.name(),
        "timeZone", person.timeZone(),
        "email", requireNonNullElse(person.email(), ""),
        "team", requireNonNullElse(person.team(), ""));
  }

  private Map<String, String> teams() {
    return database.read(tx -> teams.present(tx, MOST_TEAMS));
  }
}
