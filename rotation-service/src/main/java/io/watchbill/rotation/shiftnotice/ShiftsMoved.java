package io.watchbill.rotation.shiftnotice;

import io.watchbill.kit.database.Tx;
import io.watchbill.rotation.calendar.assignment.RotationCalendar;
import io.watchbill.rotation.calendar.fairness.Presence;
import io.watchbill.rotation.calendar.shift.Shift;
import io.watchbill.rotation.calendar.time.Span;
import io.watchbill.rotation.rotation.RotationRepository;
import io.watchbill.rotation.rotation.ShiftListener;
import io.watchbill.rotation.rotation.StoredRotation;
import io.watchbill.rotation.schedule.ScheduleReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Notifies people of changes to their shifts in the next 60 days, and of who made them. */
@ApplicationScoped
class ShiftsMoved implements ShiftListener {
  private static final Duration COMPARED = Duration.ofDays(60);
  private static final int MOST_LINES = 5;

  private final ScheduleReader schedules;
  private final RotationRepository rotations;
  private final NoticePublisher notices;
  private final ShiftTimes times;

  ShiftsMoved(
      ScheduleReader schedules,
      RotationRepository rotations,
      NoticePublisher notices,
      ShiftTimes times) {
    this.schedules = schedules;
    this.rotations = rotations;
    this.notices = notices;
    this.times = times;
  }

  @Override
  public Runnable before(Tx tx, StoredRotation rotation, String by) {
    Map<String, Map<String, List<Span>>> before =
        rotation.definitionRevision() == 0 ? Map.of() : spansOf(tx, rotation);
    return () -> {
      times.reset(tx, rotation.id());
      if (rotation.definitionRevision() > 0) {
        StoredRotation changed = rotations.locked(tx, rotation.id());
        notifyPeople(tx, changed, by, before, spansOf(tx, changed));
      }
    };
  }

  /** Returns when people are on call, by person and role. */
  private Map<String, Map<String, List<Span>>> spansOf(Tx tx, StoredRotation rotation) {
    Map<String, Map<String, List<Span>>> spansOf = new TreeMap<>();
    if (rotation.archivedAt().isEmpty()) {
      Span ahead = new Span(tx.now(), tx.now().plus(COMPARED));
      new RotationCalendar(schedules.rotation(tx, rotation.id(), ahead))
          .shifts(ahead).shifts().stream()
              .collect(Collectors.groupingBy(Shift::role))
              .forEach(
                  (role, shifts) ->
                      Presence.of(shifts)
                          .forEach(
                              (person, spans) ->
                                  spansOf
                                      .computeIfAbsent(person, p -> new TreeMap<>())
                                      .put(role, spans)));
    }
    return spansOf;
  }

  private void notifyPeople(
      Tx tx,
      StoredRotation rotation,
      String by,
      Map<String, Map<String, List<Span>>> before,
      Map<String, Map<String, List<Span>>> after) {
    Set<String> people = new TreeSet<>(before.keySet());
    people.addAll(after.keySet());
    people.removeIf(person -> by.equals("person:" + person));
    for (String person : people) {
      Map<String, List<Span>> was = before.getOrDefault(person, Map.of());
      Map<String, List<Span>> is = after.getOrDefault(person, Map.of());
      if (!was.equals(is)) {
        notices.notifyPerson(
            tx,
            person,
            rotation,
            "shifts-changed",
            tx.now(),
            to ->
                new NoticeText(
                    "Your shifts in " + rotation.name() + " were changed by " + to.caller(by),
                    changes(to, was, is)));
      }
    }
  }

  private static String changes(
      NoticeWording to, Map<String, List<Span>> was, Map<String, List<Span>> is) {
    return Stream.of(lines(to, "New", is, was), lines(to, "No longer", was, is))
            .flatMap(List::stream)
            .collect(Collectors.joining("; "))
        + ".";
  }

  private static List<String> lines(
      NoticeWording to, String word, Map<String, List<Span>> these, Map<String, List<Span>> those) {
    List<String> lines = new ArrayList<>();
    these.forEach(
        (role, spans) -> {
          Set<Span> others = new HashSet<>(those.getOrDefault(role, List.of()));
          spans.stream()
              .filter(span -> !others.contains(span))
              .map(span -> word + ": " + role + " from " + to.times(span))
              .forEach(lines::add);
        });
    return lines.size() <= MOST_LINES
        ? lines
        : Stream.concat(
                lines.stream().limit(MOST_LINES),
                Stream.of("and " + (lines.size() - MOST_LINES) + " more"))
            .toList();
  }
}
