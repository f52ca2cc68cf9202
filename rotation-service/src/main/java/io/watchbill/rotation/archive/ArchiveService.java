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
import io.watchbill.rotation.key.LastAdmin;
import io.watchbill.rotation.person.Acting;
import io.watchbill.rotation.rotation.RotationRepository;
import io.watchbill.rotation.rotation.StoredRotation;
import io.watchbill.rotation.schedule.ScheduleReader;
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
  private final ArchiveRepository archive;
  private final RotationRepository rotations;
  private final ScheduleReader schedules;
  private final Acting acting;
  private final LastAdmin lastAdmin;
  private final Caller caller;

  ArchiveService(
      Database database,
      ArchiveRepository archive,
      RotationRepository rotations,
      ScheduleReader schedules,
      Acting acting,
      LastAdmin lastAdmin,
      Caller caller) {
    this.database = database;
    this.archive = archive;
    this.rotations = rotations;
    this.schedules = schedules;
    this.acting = acting;
    this.lastAdmin = lastAdmin;
    this.caller = caller;
  }

  void archivePerson(String id) {
    database.run(
        tx -> {
          if (!archive.lockPerson(tx, id)) {
            throw Problem.notFound("person", id);
          }
          caller.requireFor(Rights.MANAGER, acting.owner(tx, id));
          needsOfPerson(tx, id).throwIfAny(RotationError.STILL_NEEDED, stillInUse("person", id));
          archive.archivePerson(tx, id);
          lastAdmin.outlives(tx, () -> archive.endAccess(tx, id));
        });
  }

  void archiveTeam(String id) {
    caller.require(Rights.MANAGER, id);
    database.run(
        tx -> {
          if (!archive.lockTeam(tx, id)) {
            throw Problem.notFound("team", id);
          }
          needsOfTeam(tx, id).throwIfAny(RotationError.STILL_NEEDED, stillInUse("team", id));
          archive.archiveTeam(tx, id);
        });
  }

  private static String stillInUse(String what, String id) {
    return "The " + what + " '" + id + "' is still in use: see errors.";
  }

  private Violations needsOfPerson(Tx tx, String person) {
    Violations needs = new Violations();
    archive.teamsOf(tx, person).forEach(team -> needs.at("/v1/teams/" + team).add("is a member"));
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
