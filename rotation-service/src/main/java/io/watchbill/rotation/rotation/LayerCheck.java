package io.watchbill.rotation.rotation;

import io.watchbill.rotation.calendar.time.WeekTime;
import io.watchbill.rotation.hours.WorkingHoursCheck;
import io.watchbill.rotation.input.Violations;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks the times and turns of a layer. */
final class LayerCheck {
  private static final int MAX_EVERY = 1_000;
  private static final int MAX_TURNS = 500;
  private static final int MAX_GROUP = 50;
  private static final int MAX_PRIORITY = 100;
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 9998;
  private static final Set<String> UNITS = Set.of("hour", "day", "week", "month");

  private final Violations violations;
  private final WorkingHoursCheck hours;
  private final Set<String> unknownPeople;

  LayerCheck(Violations violations, WorkingHoursCheck hours, Set<String> unknownPeople) {
    this.violations = violations;
    this.hours = hours;
    this.unknownPeople = unknownPeople;
  }

  void check(String pointer, LayerDefinition layer) {
    Optional<LocalDateTime> start = time(pointer + "/start", layer.start());
    violations.unless(
        layer.start() != null || layer.cadence() == null,
        pointer + "/start",
        "a layer with a cadence requires a start on the wall clock");
    Optional<LocalDateTime> end = time(pointer + "/end", layer.end());
    if (start.isPresent() && end.isPresent()) {
      violations.unless(
          end.get().isAfter(start.get()),
          pointer + "/end",
          "a layer must end after its start, which is " + layer.start());
    }
    violations.unless(
        layer.priority() == null || layer.priority() >= 0 && layer.priority() <= MAX_PRIORITY,
        pointer + "/priority",
        "a priority must be a whole number from 0 to " + MAX_PRIORITY);
    if (layer.cadence() != null) {
      cadence(pointer + "/cadence", layer.cadence());
    }
    if (layer.on() != null) {
      on(pointer + "/on", layer.on());
    }
    if (layer.restrictions() != null) {
      hours.windows(pointer + "/restrictions", layer.restrictions());
    }
    hours.calendars(pointer + "/exceptHolidays", layer.exceptHolidays());
    hours.calendars(pointer + "/onlyHolidays", layer.onlyHolidays());
    violations.unless(
        layer.onlyHolidays() == null || !layer.onlyHolidays().isEmpty(),
        pointer + "/onlyHolidays",
        "at least one holiday calendar is required, or leave it out");
    turns(pointer + "/turns", layer);
  }

  private Optional<LocalDateTime> time(String pointer, String text) {
    if (text == null) {
      return Optional.empty();
    }
    try {
      LocalDateTime time = LocalDateTime.parse(text);
      boolean inRange = time.getYear() >= FIRST_YEAR && time.getYear() <= LAST_YEAR;
      violations.unless(
          inRange, pointer, "it must lie in the years " + FIRST_YEAR + " to " + LAST_YEAR);
      return Optional.of(time).filter(t -> inRange);
    } catch (DateTimeException e) {
      violations.add(
          pointer, "a local date and time without offset is required, such as 2026-01-05T09:00");
      return Optional.empty();
    }
  }

  private void on(String pointer, List<String> days) {
    violations.unless(!days.isEmpty(), pointer, "at least one day is required, or leave it out");
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < Math.min(days.size(), 8); i++) {
      String day = days.get(i);
      if (day == null || WeekTime.day(day).isEmpty()) {
        violations.add(pointer + "/" + i, "a day must be one of mon, tue, wed, thu, fri, sat, sun");
      } else if (!seen.add(day)) {
        violations.add(pointer + "/" + i, "'" + day + "' is named twice");
      }
    }
  }

  private void cadence(String pointer, CadenceDefinition cadence) {
    violations.unless(
        cadence.every() != null && cadence.every() >= 1 && cadence.every() <= MAX_EVERY,
        pointer + "/every",
        "a whole number from 1 to " + MAX_EVERY + " is required");
    violations.unless(
        cadence.unit() != null && UNITS.contains(cadence.unit()),
        pointer + "/unit",
        "the unit must be one of hour, day, week, month");
  }

  private void turns(String pointer, LayerDefinition layer) {
    List<List<String>> turns = layer.turns();
    if (turns == null || turns.isEmpty()) {
      violations.add(pointer, "at least one turn is required");
      return;
    }
    violations.unless(
        turns.size() <= MAX_TURNS, pointer, "at most " + MAX_TURNS + " turns are allowed");
    violations.unless(
        layer.cadence() != null || turns.size() == 1,
        pointer,
        "a layer without a cadence must have exactly one turn");
    for (int i = 0; i < Math.min(turns.size(), MAX_TURNS); i++) {
      turn(pointer + "/" + i, turns.get(i));
    }
  }

  private void turn(String pointer, List<String> people) {
    if (people == null || people.isEmpty()) {
      violations.add(pointer, "a turn requires at least one person");
      return;
    }
    violations.unless(
        people.size() <= MAX_GROUP, pointer, "at most " + MAX_GROUP + " people can share a turn");
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < Math.min(people.size(), MAX_GROUP); i++) {
      String person = people.get(i);
      if (person == null || unknownPeople.contains(person)) {
        violations.add(pointer + "/" + i, "there is no person '" + person + "'");
      } else if (!seen.add(person)) {
        violations.add(pointer + "/" + i, "'" + person + "' is named twice in this turn");
      }
    }
  }
}
