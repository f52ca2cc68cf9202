package io.watchbill.rotation.rotation;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds what is wrong with the times and turns of a layer. */
final class LayerCheck {
  private static final int MAX_EVERY = 1_000;
  private static final int MAX_TURNS = 500;
  private static final int MAX_GROUP = 50;
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 9998;
  private static final Set<String> UNITS = Set.of("hour", "day", "week", "month");

  private final Findings findings;
  private final Set<String> unknownPeople;

  LayerCheck(Findings findings, Set<String> unknownPeople) {
    this.findings = findings;
    this.unknownPeople = unknownPeople;
  }

  void check(String pointer, LayerDefinition layer) {
    start(pointer + "/start", layer);
    if (layer.cadence() != null) {
      cadence(pointer + "/cadence", layer.cadence());
    }
    turns(pointer + "/turns", layer);
  }

  private void start(String pointer, LayerDefinition layer) {
    if (layer.start() == null) {
      findings.unless(
          layer.cadence() == null,
          pointer,
          "a layer with a cadence needs a start on the wall clock");
      return;
    }
    try {
      int year = LocalDateTime.parse(layer.start()).getYear();
      findings.unless(
          year >= FIRST_YEAR && year <= LAST_YEAR,
          pointer,
          "a start lies in the years " + FIRST_YEAR + " to " + LAST_YEAR);
    } catch (DateTimeException e) {
      findings.add(
          pointer, "a start is a local date and time without offset, such as 2026-01-05T09:00");
    }
  }

  private void cadence(String pointer, CadenceDefinition cadence) {
    findings.unless(
        cadence.every() != null && cadence.every() >= 1 && cadence.every() <= MAX_EVERY,
        pointer + "/every",
        "a whole number from 1 to " + MAX_EVERY + " is needed");
    findings.unless(
        cadence.unit() != null && UNITS.contains(cadence.unit()),
        pointer + "/unit",
        "the unit is one of hour, day, week, month");
  }

  private void turns(String pointer, LayerDefinition layer) {
    List<List<String>> turns = layer.turns();
    if (turns == null || turns.isEmpty()) {
      findings.add(pointer, "at least one turn is needed");
      return;
    }
    findings.unless(
        turns.size() <= MAX_TURNS, pointer, "at most " + MAX_TURNS + " turns are allowed");
    findings.unless(
        layer.cadence() != null || turns.size() == 1,
        pointer,
        "a layer without a cadence stands: it has exactly one turn");
    for (int i = 0; i < Math.min(turns.size(), MAX_TURNS); i++) {
      turn(pointer + "/" + i, turns.get(i));
    }
  }

  private void turn(String pointer, List<String> people) {
    if (people == null || people.isEmpty()) {
      findings.add(pointer, "a turn needs at least one person");
      return;
    }
    findings.unless(
        people.size() <= MAX_GROUP, pointer, "at most " + MAX_GROUP + " people share a turn");
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < Math.min(people.size(), MAX_GROUP); i++) {
      String person = people.get(i);
      if (person == null || unknownPeople.contains(person)) {
        findings.add(pointer + "/" + i, "there is no person '" + person + "'");
      } else if (!seen.add(person)) {
        findings.add(pointer + "/" + i, "'" + person + "' is named twice in this turn");
      }
    }
  }
}
