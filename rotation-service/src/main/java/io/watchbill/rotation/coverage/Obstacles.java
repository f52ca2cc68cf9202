package io.watchbill.rotation.coverage;

import io.watchbill.kit.database.Tx;
import io.watchbill.rotation.calendar.assignment.RotationCalendar;
import io.watchbill.rotation.calendar.fairness.Presence;
import io.watchbill.rotation.calendar.time.Span;
import io.watchbill.rotation.rotation.RotationRepository;
import io.watchbill.rotation.schedule.ScheduleReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds the times when people cannot be on call in a rotation. */
@ApplicationScoped
public class Obstacles {
  /** The most turns of another rotation; a longer one is considered up to there. */
  private static final long MOST_TURNS = 20_000;

  /** The most other rotations considered in a request. */
  static final int MOST_ROTATIONS = 1_000;

  private final ScheduleReader schedules;
  private final RotationRepository rotations;
  private final CoverageRepository checks;

  Obstacles(ScheduleReader schedules, RotationRepository rotations, CoverageRepository checks) {
    this.schedules = schedules;
    this.rotations = rotations;
    this.checks = checks;
  }

  /** Returns when the people are absent or on call in another rotation. */
  public Map<String, List<Span>> of(Tx tx, String rotation, Collection<String> people, Span range) {
    Map<String, List<Span>> all = new TreeMap<>();
    elsewhere(tx, rotation, people, range, MOST_ROTATIONS)
        .values()
        .forEach(
            shifts ->
                shifts.forEach(
                    (person, spans) ->
                        all.computeIfAbsent(person, p -> new ArrayList<>()).addAll(spans)));
    absences(tx, people, range)
        .forEach(
            (person, spans) -> all.computeIfAbsent(person, p -> new ArrayList<>()).addAll(spans));
    return all;
  }

  /** Returns when the people are absent. */
  public Map<String, List<Span>> absences(Tx tx, Collection<String> people, Span range) {
    return checks.absences(tx, people, range);
  }

  /**
   * Returns when the people are on call in other rotations, by rotation.
   *
   * @param most the most rotations considered, in the order of their ids
   */
  Map<String, Map<String, List<Span>>> elsewhere(
      Tx tx, String rotation, Collection<String> people, Span range, int most) {
    Map<String, Map<String, List<Span>>> elsewhere = new TreeMap<>();
    schedules
        .calendars(tx, rotations.namingAny(tx, people, rotation, most), range)
        .forEach((other, calendar) -> elsewhere.put(other, shifts(calendar, people, range)));
    return elsewhere;
  }

  private static Map<String, List<Span>> shifts(
      RotationCalendar calendar, Collection<String> people, Span range) {
    Map<String, List<Span>> shifts =
        Presence.of(calendar.shifts(calendar.beginning(range, MOST_TURNS)).shifts());
    shifts.keySet().retainAll(people);
    return shifts;
  }
}
