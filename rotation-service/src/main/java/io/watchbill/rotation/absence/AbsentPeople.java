package io.watchbill.rotation.absence;

import io.watchbill.kit.database.Database;
import io.watchbill.rotation.calendar.time.Span;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds when people are away. */
@ApplicationScoped
public class AbsentPeople {
  private final Database database;
  private final AbsenceRepository absences;

  AbsentPeople(Database database, AbsenceRepository absences) {
    this.database = database;
    this.absences = absences;
  }

  /** Returns the absences that overlap the span, by people. */
  public Map<String, List<Span>> within(Collection<String> people, Span span) {
    return database.read(tx -> absences.within(tx, people, span)).stream()
        .collect(
            Collectors.groupingBy(
                Absence::person, Collectors.mapping(Absence::span, Collectors.toList())));
  }
}
