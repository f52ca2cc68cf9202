package io.watchbill.rotation.absence;

import io.watchbill.kit.access.Caller;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.id.Ids;
import io.watchbill.kit.problem.Problem;
import io.watchbill.kit.slice.Slice;
import io.watchbill.kit.slice.SliceRequest;
import io.watchbill.rotation.RotationError;
import io.watchbill.rotation.calendar.shift.Relief;
import io.watchbill.rotation.calendar.time.Span;
import io.watchbill.rotation.cover.CoverService;
import io.watchbill.rotation.exchange.Authorship;
import io.watchbill.rotation.input.Ahead;
import io.watchbill.rotation.input.Uuid;
import io.watchbill.rotation.override.HeldShift;
import io.watchbill.rotation.override.OverrideService;
import io.watchbill.rotation.override.ShiftOverride;
import io.watchbill.rotation.person.Acting;
import io.watchbill.rotation.person.KnownPeople;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Adds and ends absences: an absence opens cover requests; stepping away hands the shifts over at
 * once.
 */
@ApplicationScoped
public class AbsenceService {
  private static final int MOST_REQUESTS = 200;

  private final Database database;
  private final AbsenceRepository absences;
  private final AbsenceViews views;
  private final PersonShifts shifts;
  private final CoverService cover;
  private final StandIns standIns;
  private final OverrideService overrides;
  private final KnownPeople people;
  private final Acting acting;
  private final Caller caller;

  AbsenceService(
      Database database,
      AbsenceRepository absences,
      AbsenceViews views,
      PersonShifts shifts,
      CoverService cover,
      StandIns standIns,
      OverrideService overrides,
      KnownPeople people,
      Acting acting,
      Caller caller) {
    this.database = database;
    this.absences = absences;
    this.views = views;
    this.shifts = shifts;
    this.cover = cover;
    this.standIns = standIns;
    this.overrides = overrides;
    this.people = people;
    this.acting = acting;
    this.caller = caller;
  }

  AbsenceView add(Tx tx, String person, AbsenceBody body) {
    checkMay(tx, person);
    return add(tx, person, Ahead.span(body.from(), body.to(), tx.now()), body.reason());
  }

  /** Adds an absence of a person for whom the caller may act. */
  AbsenceView add(Tx tx, String person, Span span, String reason) {
    List<PersonShifts.Held> hit = shifts.of(tx, person, span);
    if (hit.size() > MOST_REQUESTS) {
      throw Problem.invalid(
          "/to",
          hit.size()
              + " shifts fall into it, allowed are "
              + MOST_REQUESTS
              + "; split the absence");
    }
    Absence absence = absence(tx, person, Absence.Kind.ABSENCE, span, reason);
    absences.add(tx, absence);
    hit.forEach(held -> ask(tx, held, absence));
    return views.of(tx, absence);
  }

  private void ask(Tx tx, PersonShifts.Held held, Absence absence) {
    Relief.of(absence.person(), held.calendar().shifts(held.span(), held.role()).shifts())
        .forEach(
            relief ->
                cover.openFor(
                    tx,
                    held.rotation(),
                    new HeldShift(absence.person(), held.role(), relief.span()),
                    absence.id()));
  }

  AbsenceView away(Tx tx, String person, AwayBody body) {
    checkMay(tx, person);
    Span span = new Span(tx.now(), tx.now().plus(Duration.ofMinutes(body.minutes())));
    List<UUID> made = new ArrayList<>();
    for (PersonShifts.Held held : shifts.of(tx, person, span)) {
      standIns.handOver(tx, person, held, body.reason()).stream()
          .map(ShiftOverride::id)
          .forEach(made::add);
    }
    Absence absence = absence(tx, person, Absence.Kind.AWAY, span, body.reason()).with(made);
    absences.add(tx, absence);
    return views.of(tx, absence);
  }

  private Absence absence(Tx tx, String person, Absence.Kind kind, Span span, String reason) {
    return new Absence(
        Ids.next(),
        person,
        kind,
        span,
        new Authorship(caller.name(), tx.now(), reason),
        Optional.empty(),
        List.of());
  }

  /** Ends an absence: shifts that nobody has taken return to the person. */
  void withdraw(String person, UUID id) {
    database.run(
        tx -> {
          checkMay(tx, person);
          Absence absence =
              absences.lock(tx, person, id).orElseThrow(() -> Problem.notFound("absence", id));
          if (absence.withdrawnAt().isEmpty()) {
            if (!absence.span().end().isAfter(tx.now())) {
              throw new Problem(
                  RotationError.OVER,
                  "The absence ended at " + absence.span().end() + "; the past stays.");
            }
            cover.withdrawOf(tx, id);
            overrides.takeBack(tx, absence.overrides(), caller.name());
            absences.withdraw(tx, id);
          }
        });
  }

  AbsenceView get(String person, UUID id) {
    return database.read(
        tx ->
            views.of(
                tx,
                absences.find(tx, person, id).orElseThrow(() -> Problem.notFound("absence", id))));
  }

  Slice<AbsenceView> list(String person, SliceRequest page) {
    UUID after = Uuid.after(page);
    return database.read(
        tx -> {
          checkKnown(tx, person);
          return Slice.of(
                  absences.ahead(tx, person, after, page.limitPlusOne()),
                  page,
                  absence -> absence.id().toString())
              .map(absence -> views.of(tx, absence));
        });
  }

  /** Throws unless the caller may add an absence for the person. */
  void checkMay(Tx tx, String person) {
    checkKnown(tx, person);
    acting.demandFor(tx, person);
  }

  private void checkKnown(Tx tx, String person) {
    if (!people.unknown(tx, Set.of(person)).isEmpty()) {
      throw Problem.notFound("person", person);
    }
  }
}
