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
  private static final Duration NOTICE_ASKED = Duration.ofDays(14);
  private static final int MOST_REQUESTS = 200;

  private final Database database;
  private final AbsenceRepository absences;
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
      PersonShifts shifts,
      CoverService cover,
      StandIns standIns,
      OverrideService overrides,
      KnownPeople people,
      Acting acting,
      Caller caller) {
    this.database = database;
    this.absences = absences;
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
    return view(tx, absence);
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
    return view(tx, absence);
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
            view(
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
              .map(absence -> view(tx, absence));
        });
  }

  private AbsenceView view(Tx tx, Absence absence) {
    List<AbsenceView.Shift> uncovered = uncovered(tx, absence);
    return new AbsenceView(
        absence.id(),
        absence.person(),
        absence.kind().name().toLowerCase(java.util.Locale.ROOT),
        absence.span().start(),
        absence.span().end(),
        acting.mayFor(tx, absence.person()) ? absence.authorship().reason() : null,
        absence.authorship().author(),
        absence.authorship().at(),
        absence.withdrawnAt().orElse(null),
        warnings(absence, uncovered),
        cover.ofAbsence(tx, absence.id()),
        overrides.all(tx, absence.overrides()),
        uncovered);
  }

  private List<AbsenceView.Shift> uncovered(Tx tx, Absence absence) {
    if (absence.withdrawnAt().isPresent() || !absence.span().end().isAfter(tx.now())) {
      return List.of();
    }
    Span rest = absence.span().within(new Span(tx.now(), java.time.Instant.MAX)).orElseThrow();
    return shifts.of(tx, absence.person(), rest).stream()
        .map(
            held ->
                new AbsenceView.Shift(
                    held.rotation().id(), held.role(), held.span().start(), held.span().end()))
        .toList();
  }

  private static List<String> warnings(Absence absence, List<AbsenceView.Shift> uncovered) {
    List<String> warnings = new ArrayList<>();
    Duration notice = Duration.between(absence.authorship().at(), absence.span().start());
    if (absence.kind() == Absence.Kind.ABSENCE && notice.compareTo(NOTICE_ASKED) < 0) {
      warnings.add(
          "notice is " + notice.toDays() + " days; " + NOTICE_ASKED.toDays() + " are recommended");
    }
    if (!uncovered.isEmpty()) {
      warnings.add(uncovered.size() + " shifts are not covered");
    }
    return warnings;
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
