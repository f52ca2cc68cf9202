package io.watchbill.rotation.absence;

import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.Tx;
import io.watchbill.rotation.calendar.time.Span;
import io.watchbill.rotation.ical.CalendarFile;
import io.watchbill.rotation.person.KnownPeople;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** Imports future absences from an iCalendar file; absences that exist already stay as they are. */
@ApplicationScoped
class AbsenceImport {
  private static final Duration AHEAD = Duration.ofDays(2 * 366);
  private static final int MOST = 100;

  private final Database database;
  private final AbsenceService absences;
  private final AbsenceRepository rows;
  private final KnownPeople people;

  AbsenceImport(
      Database database, AbsenceService absences, AbsenceRepository rows, KnownPeople people) {
    this.database = database;
    this.absences = absences;
    this.rows = rows;
    this.people = people;
  }

  AbsencesImported read(String person, String text) {
    return database.inTransaction(tx -> read(tx, person, text));
  }

  private AbsencesImported read(Tx tx, String person, String text) {
    absences.checkMay(tx, person);
    Span ahead = new Span(tx.now(), tx.now().plus(AHEAD));
    CalendarFile file =
        CalendarFile.read(text, people.zoneOf(tx, person).orElseThrow(), ahead, MOST);
    List<AbsenceView> added = add(tx, person, ahead, file);
    return new AbsencesImported(added, file.notUnderstood());
  }

  private List<AbsenceView> add(Tx tx, String person, Span ahead, CalendarFile file) {
    return file.happenings().stream()
        .map(CalendarFile.Happening::span)
        .filter(span -> ahead.contains(span.start()))
        .distinct()
        .filter(span -> !rows.knows(tx, person, span))
        .map(span -> absences.add(tx, person, span, "from a calendar"))
        .toList();
  }
}
