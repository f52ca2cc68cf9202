package io.watchbill.rotation.fairness;

import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.problem.Problem;
import io.watchbill.rotation.calendar.assignment.RotationCalendar;
import io.watchbill.rotation.calendar.definition.Rotation;
import io.watchbill.rotation.calendar.fairness.Circumstances;
import io.watchbill.rotation.calendar.fairness.Presence;
import io.watchbill.rotation.calendar.shift.Relief;
import io.watchbill.rotation.calendar.shift.Shift;
import io.watchbill.rotation.calendar.time.Span;
import io.watchbill.rotation.coverage.Obstacles;
import io.watchbill.rotation.rotation.RotationRepository;
import io.watchbill.rotation.rotation.RotationService;
import io.watchbill.rotation.schedule.ScheduleReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Calculates how fair the shifts are, and what would make them fairer. */
@ApplicationScoped
public class FairnessService {
  private static final long MOST_TURNS = 50_000;
  private static final Duration LOOKED_BACK = Duration.ofDays(90);

  private final Database database;
  private final RotationRepository rotations;
  private final ScheduleReader schedules;
  private final Obstacles obstacles;
  private final Shares shares;
  private final Lives lives;
  private final RotationService rotationService;

  FairnessService(
      Database database,
      RotationRepository rotations,
      ScheduleReader schedules,
      Obstacles obstacles,
      Shares shares,
      Lives lives,
      RotationService rotationService) {
    this.database = database;
    this.rotations = rotations;
    this.schedules = schedules;
    this.obstacles = obstacles;
    this.shares = shares;
    this.lives = lives;
    this.rotationService = rotationService;
  }

  /**
   * Returns how the shifts of a range are shared.
   *
   * @param role only this one
   */
  public Fairness view(String id, Span range, Optional<String> role) {
    return database.read(tx -> view(tx, id, range, role));
  }

  private Fairness view(Tx tx, String id, Span range, Optional<String> role) {
    Rotation schedule = schedule(tx, id, range);
    List<Shift> actual = shifts(new RotationCalendar(schedule), range, role);
    List<Shift> scheduled = shifts(new RotationCalendar(schedule.withoutOverrides()), range, role);
    return new Fairness(id, range.start(), range.end(), shares.of(tx, range, actual, scheduled));
  }

  private Rotation schedule(Tx tx, String id, Span range) {
    if (rotations.find(tx, id).isEmpty()) {
      throw Problem.notFound("rotation", id);
    }
    Rotation schedule = schedules.rotation(tx, id, range);
    RotationCalendar calendar = new RotationCalendar(schedule);
    if (calendar.turns(range, calendar.roles(range)) > MOST_TURNS) {
      throw Problem.invalid("to", "too many turns; choose a shorter range");
    }
    return schedule;
  }

  private static List<Shift> shifts(RotationCalendar calendar, Span range, Optional<String> role) {
    role.filter(name -> !calendar.roles(range).contains(name))
        .ifPresent(
            name -> {
              throw Problem.notFound("role", name);
            });
    return role.map(name -> calendar.shifts(range, name))
        .orElseGet(() -> calendar.shifts(range))
        .shifts();
  }

  Plan plan(String id, String role, int days) {
    FairnessFacts facts = database.read(tx -> facts(tx, id, role, days));
    Planner.Outcome outcome = facts.overrides();
    return new Plan(
        id,
        role,
        loads(facts.planned().hours()),
        loads(outcome.hours()),
        outcome.moves().stream().map(move -> proposal(role, move)).toList(),
        VersionProposals.of(facts, outcome).orElse(null));
  }

  private FairnessFacts facts(Tx tx, String id, String role, int days) {
    Instant now = tx.now();
    Span range = new Span(now.minus(LOOKED_BACK), now.plus(Duration.ofDays(days)));
    Rotation schedule = schedule(tx, id, range);
    RotationCalendar calendar = new RotationCalendar(schedule);
    List<Shift> shifts = shifts(calendar, range, Optional.of(role));
    Map<String, List<Span>> actual = Presence.of(shifts);
    Map<String, List<Span>> holidays = Lives.holidays(lives.of(tx, actual.keySet(), range));
    Map<String, Duration> hours = hours(actual, holidays);
    Span ahead = new Span(now, range.end());
    List<Shift> toCome = calendar.shifts(ahead, role).shifts();
    Map<String, List<Span>> busy = new HashMap<>(obstacles.of(tx, id, hours.keySet(), ahead));
    Presence.of(otherRoles(calendar, ahead, role))
        .forEach((person, spans) -> busy.merge(person, spans, FairnessService::both));
    return new FairnessFacts(
        schedule,
        rotationService.get(tx, id),
        role,
        range,
        now,
        toCome,
        new Planner.Situation(hours, holidays, busy, turns(toCome, ahead)));
  }

  private static List<Shift> otherRoles(RotationCalendar calendar, Span ahead, String role) {
    return calendar.shifts(ahead).shifts().stream()
        .filter(shift -> !shift.role().equals(role))
        .filter(shift -> !calendar.followers(role, shift.span().start()).contains(shift.role()))
        .toList();
  }

  /** Returns the stretches with a single person that have not begun yet. */
  private static List<Planner.MovableShift> turns(List<Shift> shifts, Span ahead) {
    return shifts.stream()
        .filter(shift -> shift.people().size() == 1)
        .filter(shift -> shift.span().start().isAfter(ahead.start()))
        .filter(shift -> shift.span().end().isBefore(ahead.end()))
        .flatMap(
            shift ->
                Relief.of(shift.people().getFirst(), List.of(shift)).stream()
                    .map(
                        relief ->
                            new Planner.MovableShift(
                                relief.span(), shift.people().getFirst(), relief.replaces())))
        .sorted(Comparator.comparing(turn -> turn.span().start()))
        .toList();
  }

  private static List<Span> both(List<Span> these, List<Span> those) {
    List<Span> both = new ArrayList<>(these);
    both.addAll(those);
    return both;
  }

  private static Map<String, Duration> hours(
      Map<String, List<Span>> actual, Map<String, List<Span>> holidays) {
    Circumstances people = new Circumstances(holidays, Map.of());
    Map<String, Duration> hours = new TreeMap<>();
    actual.forEach((person, spans) -> hours.put(person, people.weight(person, spans)));
    return hours;
  }

  static List<Plan.Load> loads(Map<String, Duration> hours) {
    return hours.entrySet().stream()
        .map(entry -> new Plan.Load(entry.getKey(), entry.getValue().toHours()))
        .collect(Collectors.toList());
  }

  private static Plan.Proposal proposal(String role, Planner.Move move) {
    return new Plan.Proposal(
        role,
        "replace",
        move.person(),
        move.turn().replaces().orElse(null),
        move.turn().span().start(),
        move.turn().span().end(),
        move.reason());
  }
}
