package io.watchbill.rotation.absence;

import static java.util.Objects.requireNonNull;

import io.watchbill.kit.database.Tx;
import io.watchbill.kit.problem.Problem;
import io.watchbill.rotation.calendar.assignment.RotationCalendar;
import io.watchbill.rotation.calendar.fairness.Presence;
import io.watchbill.rotation.calendar.shift.Shift;
import io.watchbill.rotation.calendar.time.Span;
import io.watchbill.rotation.rotation.RotationRepository;
import io.watchbill.rotation.rotation.StoredRotation;
import io.watchbill.rotation.schedule.ScheduleReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds the shifts of one person in all rotations and roles. */
@ApplicationScoped
public class PersonShifts {
  private static final long MOST_TURNS = 50_000;

  private final RotationRepository rotations;
  private final ScheduleReader schedules;

  PersonShifts(RotationRepository rotations, ScheduleReader schedules) {
    this.rotations = rotations;
    this.schedules = schedules;
  }

  /** A shift of the person, cut to the requested span. */
  public record Held(StoredRotation rotation, RotationCalendar calendar, String role, Span span) {}

  /** Returns the shifts of the person in the span, by rotation and role. */
  public List<Held> of(Tx tx, String person, Span span) {
    Map<String, StoredRotation> naming =
        rotations.naming(tx, person).stream()
            .collect(Collectors.toMap(StoredRotation::id, Function.identity()));
    List<String> ids = naming.keySet().stream().sorted().toList();
    List<Held> held = new ArrayList<>();
    schedules
        .calendars(tx, ids, span)
        .forEach(
            (id, calendar) ->
                held.addAll(held(requireNonNull(naming.get(id)), calendar, person, span)));
    return held;
  }

  private static List<Held> held(
      StoredRotation rotation, RotationCalendar calendar, String person, Span span) {
    if (calendar.turns(span, calendar.roles(span)) > MOST_TURNS) {
      throw Problem.invalid("/to", "too many turns of " + rotation.id() + "; ask for parts");
    }
    Map<String, List<Shift>> byRole =
        calendar.shifts(span).shifts().stream().collect(Collectors.groupingBy(Shift::role));
    return calendar.roles(span).stream()
        .flatMap(
            role ->
                Presence.of(byRole.getOrDefault(role, List.of()))
                    .getOrDefault(person, List.of())
                    .stream()
                    .map(part -> new Held(rotation, calendar, role, part)))
        .toList();
  }
}
