package io.watchbill.rotation.feed;

import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Principal;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.problem.KitError;
import io.watchbill.kit.problem.Problem;
import io.watchbill.rotation.calendar.assignment.RotationCalendar;
import io.watchbill.rotation.calendar.time.Span;
import io.watchbill.rotation.person.KnownPeople;
import io.watchbill.rotation.rotation.RotationRepository;
import io.watchbill.rotation.schedule.ScheduleReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Checks requests for feeds. */
@ApplicationScoped
class FeedChecks {
  private final RotationRepository rotations;
  private final ScheduleReader schedules;
  private final KnownPeople people;
  private final Caller caller;

  FeedChecks(
      RotationRepository rotations, ScheduleReader schedules, KnownPeople people, Caller caller) {
    this.rotations = rotations;
    this.schedules = schedules;
    this.people = people;
    this.caller = caller;
  }

  /**
   * Checks that what a feed would show exists, and so does its author.
   *
   * @throws Problem when something does not
   */
  void check(Tx tx, FeedBody body) {
    String rotation = body.rotation();
    String person = body.person();
    if ((rotation == null) == (person == null)) {
      throw Problem.invalid("", "name either a rotation or a person");
    }
    checkAuthor(tx);
    if (person != null) {
      checkPerson(tx, person, body);
    }
    if (rotation != null) {
      checkRotation(tx, rotation, body);
    }
  }

  /** A key may be cached for a moment after its person was archived; a feed would outlive it. */
  private void checkAuthor(Tx tx) {
    if (caller.principal().kind() == Principal.Kind.PERSON
        && !people.unknown(tx, Set.of(caller.id())).isEmpty()) {
      throw new Problem(KitError.FORBIDDEN, "There is no person '" + caller.id() + "' any more.");
    }
  }

  private void checkPerson(Tx tx, String person, FeedBody body) {
    if (body.role() != null) {
      throw Problem.invalid("/role", "a role requires a rotation");
    }
    if (!people.unknown(tx, Set.of(person)).isEmpty()) {
      throw Problem.invalid("/person", "there is no person '" + person + "'");
    }
  }

  private void checkRotation(Tx tx, String rotation, FeedBody body) {
    if (rotations.find(tx, rotation).isEmpty()) {
      throw Problem.invalid("/rotation", "there is no rotation '" + rotation + "'");
    }
    Span shown = FeedFiles.range(tx.now());
    RotationCalendar calendar = new RotationCalendar(schedules.rotation(tx, rotation, shown));
    if (body.role() != null && !calendar.roles(shown).contains(body.role())) {
      throw Problem.invalid(
          "/role", "there is no role '" + body.role() + "'; there are " + calendar.roles(shown));
    }
  }
}
