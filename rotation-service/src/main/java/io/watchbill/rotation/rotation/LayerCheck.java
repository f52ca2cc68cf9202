package io.watchbill.rotation.rotation;

import io.watchbill.kit.problem.Violations.Place;
import io.watchbill.rotation.calendar.time.WeekTime;
import io.watchbill.rotation.hours.WorkingHoursCheck;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks the times and turns of a layer. */
final class LayerCheck {
  private static final int MAX_EVERY = 1_000;
  private static final int MAX_TURNS = 500;
  private static final int MAX_GROUP = 50;
  private static final int MAX_PRIORITY = 100;
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 9998;
  private static final Set<String> UNITS = Set.of("hour", "day", "week", "month");

  private final WorkingHoursCheck hours;
  private final Set<String> unknownPeople;

  LayerCheck(WorkingHoursCheck hours, Set<String> unknownPeople) {
    this.hours = hours;
    this.unknownPeople = unknownPeople;
  }

  void check(Place at, LayerDefinition layer) {
    Optional<LocalDateTime> start = time(at.field("start"), layer.start());
    at.field("start")
        .unless(
            layer.start() != null || layer.cadence() == null,
            "a layer with a cadence requires a start on the wall clock");
    Optional<LocalDateTime> end = time(at.field("end"), layer.end());
    if (start.isPresent() && end.isPresent()) {
      at.field("end")
          .unless(
              end.get().isAfter(start.get()),
              "a layer must end after its start, which is " + layer.start());
    }
    at.field("priority")
        .unless(
            layer.priority() == null || layer.priority() >= 0 && layer.priority() <= MAX_PRIORITY,
            "a priority must be a whole number from 0 to " + MAX_PRIORITY);
    if (layer.cadence() != null) {
      cadence(at.field("cadence"), layer.cadence());
    }
    if (layer.on() != null) {
      on(at.field("on"), layer.on());
    }
    if (layer.restrictions() != null) {
      hours.windows(at.field("restrictions"), layer.restrictions());
    }
    hours.calendars(at.field("exceptHolidays"), layer.exceptHolidays());
    hours.calendars(at.field("onlyHolidays"), layer.onlyHolidays());
    at.field("onlyHolidays")
        .unless(
            layer.onlyHolidays() == null || !layer.onlyHolidays().isEmpty(),
            "at least one holiday calendar is required, or leave it out");
    turns(at.field("turns"), layer);
  }

  private Optional<LocalDateTime> time(Place at, @Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    try {
      LocalDateTime time = LocalDateTime.parse(text);
      boolean inRange = time.getYear() >= FIRST_YEAR && time.getYear() <= LAST_YEAR;
      at.unless(inRange, "it must lie in the years " + FIRST_YEAR + " to " + LAST_YEAR);
      return Optional.of(time).filter(t -> inRange);
    } catch (DateTimeException e) {
      at.add("a local date and time without offset is required, such as 2026-01-05T09:00");
      return Optional.empty();
    }
  }

  private void on(Place at, List<String> days) {
    at.unless(!days.isEmpty(), "at least one day is required, or leave it out");
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < Math.min(days.size(), 8); i++) {
      String day = days.get(i);
      if (day == null || WeekTime.day(day).isEmpty()) {
        at.item(i).add("a day must be one of mon, tue, wed, thu, fri, sat, sun");
      } else if (!seen.add(day)) {
        at.item(i).add("'" + day + "' is named twice");
      }
    }
  }

  private void cadence(Place at, CadenceDefinition cadence) {
    at.field("every")
        .unless(
            cadence.every() != null && cadence.every() >= 1 && cadence.every() <= MAX_EVERY,
            "a whole number from 1 to " + MAX_EVERY + " is required");
    at.field("unit")
        .unless(
            cadence.unit() != null && UNITS.contains(cadence.unit()),
            "the unit must be one of hour, day, week, month");
  }

  private void turns(Place at, LayerDefinition layer) {
    List<List<String>> turns = layer.turns();
    if (turns == null || turns.isEmpty()) {
      at.add("at least one turn is required");
      return;
    }
    at.unless(turns.size() <= MAX_TURNS, "at most " + MAX_TURNS + " turns are allowed");
    at.unless(
        layer.cadence() != null || turns.size() == 1,
        "a layer without a cadence must have exactly one turn");
    for (int i = 0; i < Math.min(turns.size(), MAX_TURNS); i++) {
      turn(at.item(i), turns.get(i));
    }
  }

  private void turn(Place at, @Nullable List<String> people) {
    if (people == null || people.isEmpty()) {
      at.add("a turn requires at least one person");
      return;
    }
    at.unless(people.size() <= MAX_GROUP, "at most " + MAX_GROUP + " people can share a turn");
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < Math.min(people.size(), MAX_GROUP); i++) {
      String person = people.get(i);
      if (person == null || unknownPeople.contains(person)) {
        at.item(i).add("there is no person '" + person + "'");
      } else if (!seen.add(person)) {
        at.item(i).add("'" + person + "' is named twice in this turn");
      }
    }
  }
}
