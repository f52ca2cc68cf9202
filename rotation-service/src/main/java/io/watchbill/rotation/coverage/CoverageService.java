package io.watchbill.rotation.coverage;

import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.problem.Problem;
import io.watchbill.rotation.calendar.assignment.RotationCalendar;
import io.watchbill.rotation.calendar.fairness.Presence;
import io.watchbill.rotation.calendar.shift.FinalShifts;
import io.watchbill.rotation.calendar.time.Span;
import io.watchbill.rotation.rotation.RotationRepository;
import io.watchbill.rotation.schedule.ScheduleReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Checks the coming shifts of a rotation. */
@ApplicationScoped
public class CoverageService {
  private static final long MOST_TURNS = 50_000;
  private static final int MOST_FINDINGS = 1_000;

  private final Database database;
  private final RotationRepository rotations;
  private final ScheduleReader schedules;
  private final Obstacles obstacles;
  private final Contacts contacts;

  CoverageService(
      Database database,
      RotationRepository rotations,
      ScheduleReader schedules,
      Obstacles obstacles,
      Contacts contacts) {
    this.database = database;
    this.rotations = rotations;
    this.schedules = schedules;
    this.obstacles = obstacles;
    this.contacts = contacts;
  }

  /** Returns what is wrong with the shifts of so many days from now. */
  public CoverageReport check(String id, int days) {
    CoverageCheck seen = database.read(tx -> load(tx, id, days));
    Set<String> people = new TreeSet<>(Presence.of(seen.shifts().shifts()).keySet());
    Optional<Set<String>> unreachable = contacts.unreachable(people);
    CoverageCheck check = unreachable.map(seen::knowing).orElse(seen);
    return new CoverageReport(
        id,
        seen.range().start(),
        seen.range().end(),
        CoverageRating.of(check),
        check.findings().stream().limit(MOST_FINDINGS).toList(),
        unreachable.isPresent() ? List.of() : List.copyOf(people));
  }

  private CoverageCheck load(Tx tx, String id, int days) {
    if (rotations.find(tx, id).isEmpty()) {
      throw Problem.notFound("rotation", id);
    }
    Span range = new Span(tx.now(), tx.now().plus(Duration.ofDays(days)));
    RotationCalendar calendar = new RotationCalendar(schedules.rotation(tx, id, range));
    if (calendar.turns(range, calendar.roles(range)) > MOST_TURNS) {
      throw Problem.invalid("days", "too many turns; choose fewer days");
    }
    FinalShifts shifts = calendar.shifts(range);
    Set<String> people = Presence.of(shifts.shifts()).keySet();
    return new CoverageCheck(
        range,
        shifts,
        new LinkedHashSet<>(calendar.roles(range)),
        obstacles.elsewhere(tx, id, people, range, Obstacles.MOST_ROTATIONS),
        obstacles.absences(tx, people, range),
        null);
  }
}
