package io.watchbill.rotation.board;

import io.watchbill.rotation.calendar.time.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What else a schedule shows beside its shifts.
 *
 * @param holidays the names of those that it goes by
 * @param absences when people are away, by their ids
 */
record DayMarks(
    Instant now, Map<LocalDate, List<String>> holidays, Map<String, List<Span>> absences) {

  static DayMarks none() {
    return new DayMarks(Instant.MIN, Map.of(), Map.of());
  }

  List<Span> absencesOf(String person) {
    return absences.getOrDefault(person, List.of());
  }
}
