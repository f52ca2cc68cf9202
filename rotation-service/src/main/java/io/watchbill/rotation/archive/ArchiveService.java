package io.watchbill.rotation.archive;

import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.problem.Problem;
import io.watchbill.kit.problem.Violations;
import io.watchbill.kit.problem.Violations.Place;
import io.watchbill.rotation.RotationError;
import io.watchbill.rotation.calendar.assignment.RotationCalendar;
import io.watchbill.rotation.calendar.shift.Shift;
import io.watchbill.rotation.calendar.time.Span;
import io.watchbill.rotation.person.Acting;
import io.watchbill.rotation.person.PersonArchive;
import io.watchbill.rotation.rotation.RotationRepository;
import io.watchbill.rotation.rotation.StoredRotation;
import io.watchbill.rotation.schedule.ScheduleReader;
import io.watchbill.rotation.team.Memberships;
import io.watchbill.rotation.team.TeamArchive;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Archives people and teams that no future shift or team needs. */
@ApplicationScoped
public class ArchiveService {
  private static final Duration LOOKED_AHEAD = Duration.ofDays(400);
  private static final int SHIFTS_SHOWN = 20;

  private final Database database;
  private final PersonArchive people;
  private final TeamArchive teams;
  private final Memberships memberships;
  private final EndOfAccess endOfAccess;
  private final RotationRepository rotations;
  private final ScheduleReader schedules;
  private final Acting acting;
  private final Caller caller;

  ArchiveService(
      Database database,
      PersonArchive people,
      TeamArchive teams,
      Memberships memberships,
      EndOfAccess endOfAccess,
      RotationRepository rotations,
      ScheduleReader schedules,
      Acting acting,
      Caller caller) {
    this.database = database;
    this.people = people;
    this.teams = teams;
    this.memberships = memberships;
    this.endOfAccess = endOfAccess;
    this.rotations = rotations;
    this.schedules = schedules;
    this.acting = acting;
    this.caller = caller;
  }

  void archivePerson(String id) {
    database.run(
        tx -> {
          if (!people.lock(tx, id)) {
            throw Problem.notFound("person", id);
          }
          caller.requireFor(Rights.MANAGER, acting.owner(tx, id));
          needsOfPerson(tx, id).throwIfAny(RotationError.STILL_NEEDED, stillInUse("person", id));
          people.archive(tx, id);
          endOfAccess.of(tx, id);
        });
  }

  void archiveTeam(String id) {
    caller.require(Rights.MANAGER, id);
    database.run(
        tx -> {
          if (!teams.lock(tx, id)) {
            throw Problem.notFound("team", id);
          }
          needsOfTeam(tx, id).throwIfAny(RotationError.STILL_NEEDED, stillInUse("team", id));
          teams.archive(tx, id);
        });
  }

  private static String stillInUse(String what, String id) {
    return "The " + what + " '" + id + "' is still in use: see errors.";
  }

  private Violations needsOfPerson(Tx tx, String person) {
    Violations needs = new Violations();
    memberships
        .ofPerson(tx, person)
        .forEach(team -> needs.at("/v1/teams/" + team).add("is a member"));
    List<String> ids = rotations.naming(tx, person).stream().map(StoredRotation::id).toList();
    Span future = new Span(tx.now(), tx.now().plus(LOOKED_AHEAD));
    schedules
        .calendars(tx, ids, new Span(tx.now(), Instant.MAX))
        .forEach(
            (id, calendar) -> needs(needs.at("/v1/rotations/" + id), calendar, person, future));
    return needs;
  }

  private static void needs(Place rotation, RotationCalendar calendar, String person, Span future) {
    List<Shift> shifts =
        calendar.shifts(future).shifts().stream()
            .filter(shift -> shift.people().contains(person))
            .limit(SHIFTS_SHOWN)
            .toList();
    shifts.forEach(shift -> rotation.add(text(shift)));
    if (shifts.isEmpty() && calendar.assigns(person, future.start())) {
      rotation.add("is named in its turns");
    }
  }

  private static String text(Shift shift) {
    return "shift "
        + shift.id()
        + " as "
        + shift.role()
        + ", from "
        + shift.span().start()
        + " to "
        + shift.span().end();
  }

  private Violations needsOfTeam(Tx tx, String team) {
    Violations needs = new Violations();
    rotations
        .ofTeam(tx, team)
        .forEach(rotation -> needs.at("/v1/rotations/" + rotation.id()).add("belongs to the team"));
    return needs;
  }
}
