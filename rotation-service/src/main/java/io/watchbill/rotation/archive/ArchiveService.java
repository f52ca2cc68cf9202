package io.watchbill.rotation.archive;

import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.problem.Problem;
import io.watchbill.kit.problem.Violation;
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
import java.util.ArrayList;
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
          refuseIfAny("person", id, needsOfPerson(tx, id));
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
          refuseIfAny("team", id, needsOfTeam(tx, id));
          archive.archiveTeam(tx, id);
        });
  }

  private static void refuseIfAny(String what, String id, List<Violation> needs) {
    if (!needs.isEmpty()) {
      throw new Problem(
          RotationError.STILL_NEEDED,
          "The " + what + " '" + id + "' is still in use: see errors.",
          needs);
    }
  }

  private List<Violation> needsOfPerson(Tx tx, String person) {
    List<Violation> needs = new ArrayList<>();
    archive
        .teamsOf(tx, person)
        .forEach(team -> needs.add(new Violation("/v1/teams/" + team, "is a member")));
    List<String> ids = rotations.naming(tx, person).stream().map(StoredRotation::id).toList();
    Span future = new Span(tx.now(), tx.now().plus(LOOKED_AHEAD));
    schedules
        .calendars(tx, ids, new Span(tx.now(), Instant.MAX))
        .forEach((id, calendar) -> needs.addAll(needs(id, calendar, person, future)));
    return needs;
  }

  private static List<Violation> needs(
      String rotation, RotationCalendar calendar, String person, Span future) {
    String place = "/v1/rotations/" + rotation;
    List<Violation> shifts =
        calendar.shifts(future).shifts().stream()
            .filter(shift -> shift.people().contains(person))
            .limit(SHIFTS_SHOWN)
            .map(shift -> new Violation(place, text(shift)))
            .toList();
    return shifts.isEmpty() && calendar.assigns(person, future.start())
        ? List.of(new Violation(place, "is named in its turns"))
        : shifts;
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

  private List<Violation> needsOfTeam(Tx tx, String team) {
    return rotations.ofTeam(tx, team).stream()
        .map(rotation -> new Violation("/v1/rotations/" + rotation.id(), "belongs to the team"))
        .toList();
  }
}
