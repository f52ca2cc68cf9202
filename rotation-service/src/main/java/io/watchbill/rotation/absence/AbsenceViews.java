package io.watchbill.rotation.absence;

import io.watchbill.kit.database.Tx;
import io.watchbill.rotation.calendar.time.Span;
import io.watchbill.rotation.cover.CoverService;
import io.watchbill.rotation.override.OverrideService;
import io.watchbill.rotation.person.Acting;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Shows absences to the caller, with how their shifts are covered. */
@ApplicationScoped
class AbsenceViews {
  private static final Duration NOTICE_ASKED = Duration.ofDays(14);

  private final PersonShifts shifts;
  private final CoverService cover;
  private final OverrideService overrides;
  private final Acting acting;

  AbsenceViews(PersonShifts shifts, CoverService cover, OverrideService overrides, Acting acting) {
    this.shifts = shifts;
    this.cover = cover;
    this.overrides = overrides;
    this.acting = acting;
  }

  AbsenceView of(Tx tx, Absence absence) {
    List<AbsenceView.Shift> uncovered = uncovered(tx, absence);
    return new AbsenceView(
        absence.id(),
        absence.person(),
        absence.kind().name().toLowerCase(Locale.ROOT),
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
    Span rest = absence.span().within(new Span(tx.now(), Instant.MAX)).orElseThrow();
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
}
