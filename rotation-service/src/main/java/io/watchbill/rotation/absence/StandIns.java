package io.watchbill.rotation.absence;

import io.watchbill.kit.access.Caller;
import io.watchbill.kit.database.Tx;
import io.watchbill.rotation.calendar.assignment.RotationCalendar;
import io.watchbill.rotation.calendar.shift.Relief;
import io.watchbill.rotation.override.ShiftOverride;
import io.watchbill.rotation.override.ShiftTransfer;
import io.watchbill.rotation.rotation.RotationRepository;
import io.watchbill.rotation.rotation.StoredRotation;
import io.watchbill.rotation.shiftnotice.Notices;
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
  private final Notices notices;
  private final Caller caller;

  StandIns(RotationRepository rotations, ShiftTransfer handover, Notices notices, Caller caller) {
    this.rotations = rotations;
    this.handover = handover;
    this.notices = notices;
    this.caller = caller;
  }

  /** Returns the overrides created; none when nobody is secondary to the role. */
  List<ShiftOverride> handOver(Tx tx, String person, PersonShifts.Held held, String reason) {
    boolean dealt =
        !Relief.of(person, held.calendar().shifts(held.span(), held.role()).shifts()).isEmpty();
    return dealt
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
    String title = person + " is away, you are " + held.role() + " of " + rotation.name();
    String text = "From " + held.span().start() + " to " + held.span().end() + ".";
    notices.tell(tx, standIn, rotation, "away", title, text, held.span().start());
    notices.tellLead(
        tx,
        rotation,
        "away",
        person + " is away, " + standIn + " is " + held.role() + " of " + rotation.name(),
        text,
        held.span().start());
    return made;
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
