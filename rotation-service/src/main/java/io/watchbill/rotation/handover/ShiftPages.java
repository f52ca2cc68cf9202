package io.watchbill.rotation.handover;

import io.watchbill.kit.database.Database;
import io.watchbill.kit.page.Frame;
import io.watchbill.kit.page.Refusal;
import io.watchbill.rotation.calendar.time.Span;
import io.watchbill.rotation.person.KnownPeople;
import io.watchbill.rotation.rotation.RotationService;
import io.watchbill.rotation.shift.ShiftService;
import io.watchbill.rotation.shift.ShiftView;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads what the page of a shift shows. */
@ApplicationScoped
class ShiftPages {
  private static final Duration AHEAD = Duration.ofDays(60);
  private static final int MOST_OFFERS = 100;
  private static final int MOST_PEOPLE = 1_000;

  private final Database database;
  private final RotationService rotations;
  private final ShiftService shifts;
  private final KnownPeople people;
  private final Frame frame;
  private final Clock clock;

  ShiftPages(
      Database database,
      RotationService rotations,
      ShiftService shifts,
      KnownPeople people,
      Frame frame,
      Clock clock) {
    this.database = database;
    this.rotations = rotations;
    this.shifts = shifts;
    this.people = people;
    this.frame = frame;
    this.clock = clock;
  }

  ShiftForm form(Map<String, String> fields) {
    return new ShiftForm(fields, frame.zone(), clock.instant());
  }

  ShiftPage read(String rotation, Map<String, String> fields, Optional<Refusal> refusal) {
    Map<String, String> names = database.read(tx -> people.present(tx, MOST_PEOPLE));
    return new ShiftPage(
        rotation,
        rotations.get(rotation).rotation().name(),
        fields,
        names,
        offers(rotation, fields.getOrDefault("person", ""), names),
        form(fields).progress(),
        refusal,
        UUID.randomUUID().toString());
  }

  private List<ShiftPage.Offer> offers(String rotation, String holder, Map<String, String> names) {
    Instant now = clock.instant();
    return shifts.shifts(rotation, new Span(now, now.plus(AHEAD))).shifts().stream()
        .filter(shift -> shift.start().isAfter(now) && !shift.people().contains(holder))
        .flatMap(shift -> shift.people().stream().map(person -> offer(person, shift, names)))
        .limit(MOST_OFFERS)
        .toList();
  }

  private static ShiftPage.Offer offer(String person, ShiftView shift, Map<String, String> names) {
    return new ShiftPage.Offer(
        ShiftForm.value(person, shift),
        names.getOrDefault(person, person),
        shift.role(),
        shift.start(),
        shift.end());
  }
}
