package io.watchbill.rotation.absence;

import io.watchbill.kit.access.Caller;
import io.watchbill.kit.database.Tx;
import io.watchbill.rotation.calendar.assignment.RotationCalendar;
import io.watchbill.rotation.calendar.shift.Relief;
import io.watchbill.rotation.calendar.time.Span;
import io.watchbill.rotation.override.ShiftOverride;
import io.watchbill.rotation.override.ShiftTransfer;
import io.watchbill.rotation.rotation.RotationRepository;
import io.watchbill.rotation.rotation.StoredRotation;
import io.watchbill.rotation.shiftnotice.NoticePublisher;
import io.watchbill.rotation.shiftnotice.NoticeText;
import io.watchbill.rotation.shiftnotice.NoticeWording;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Hands the shifts of somebody who steps away to the secondary, and notifies the people concerned.
 */
@ApplicationScoped
class StandIns {
  private static final String SECONDARY = "secondary";

  private final RotationRepository rotations;
  private final ShiftTransfer handover;
  private final NoticePublisher notices;
  private final Caller caller;

  StandIns(
      RotationRepository rotations,
      ShiftTransfer handover,
      NoticePublisher notices,
      Caller caller) {
    this.rotations = rotations;
    this.handover = handover;
    this.notices = notices;
    this.caller = caller;
  }

  /** Returns the overrides created; none when nobody is secondary to the role. */
  List<ShiftOverride> handOver(Tx tx, String person, PersonShifts.Held held, String reason) {
    boolean scheduled =
        !Relief.of(person, held.calendar().shifts(held.span(), held.role()).shifts()).isEmpty();
    return scheduled
        ? secondary(held, person)
            .map(who -> handOver(tx, person, who, held, reason))
            .orElse(List.of())
        : List.of();
  }

  private List<ShiftOverride> handOver(
      Tx tx, String person, String standIn, PersonShifts.Held held, String reason) {
    StoredRotation rotation = rotations.lockPresent(tx, held.rotation().id());
    String because = person + " is away" + (reason.isBlank() ? "" : ": " + reason);
    List<ShiftOverride> made =
        handover.make(
            tx,
            rotation,
            List.of(
                new ShiftTransfer.Stretch("", held.role(), person, standIn, held.span(), because)),
            caller.name());
    String place = held.role() + " of " + rotation.name();
    Instant start = held.span().start();
    notices.notifyPerson(
        tx,
        standIn,
        rotation,
        "away",
        start,
        words -> text(words, person, "you are on call as " + place, held.span()));
    notices.notifyLead(
        tx,
        rotation,
        "away",
        start,
        words -> text(words, person, words.name(standIn) + " is on call as " + place, held.span()));
    return made;
  }

  private static NoticeText text(NoticeWording words, String person, String outcome, Span span) {
    return new NoticeText(
        words.name(person) + " is away, " + outcome, "From " + words.times(span) + ".");
  }

  /** Returns the person on call in the following role, or else in the role "secondary". */
  private static Optional<String> secondary(PersonShifts.Held held, String person) {
    RotationCalendar calendar = held.calendar();
    Instant at = held.span().start();
    return Stream.concat(
            calendar.followers(held.role(), at).stream(),
            Stream.of(SECONDARY).filter(role -> !role.equals(held.role())))
        .flatMap(role -> calendar.onCall(role, at).stream())
        .flatMap(shift -> shift.people().stream())
        .filter(candidate -> !candidate.equals(person))
        .findFirst();
  }
}
