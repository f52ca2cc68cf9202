package io.watchbill.rotation.override;

import io.watchbill.kit.database.Tx;
import io.watchbill.kit.id.Ids;
import io.watchbill.kit.problem.Problem;
import io.watchbill.rotation.calendar.assignment.RotationCalendar;
import io.watchbill.rotation.calendar.shift.Relief;
import io.watchbill.rotation.calendar.time.Span;
import io.watchbill.rotation.person.KnownPeople;
import io.watchbill.rotation.rotation.RotationChanged;
import io.watchbill.rotation.rotation.StoredRotation;
import io.watchbill.rotation.schedule.ScheduleReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Transfers a shift from one person to another, with as many overrides as that takes. */
@ApplicationScoped
public class ShiftTransfer {
  private final OverrideService overrides;
  private final KnownPeople people;
  private final ScheduleReader schedules;
  private final RotationChanged.Publisher changes;

  ShiftTransfer(
      OverrideService overrides,
      KnownPeople people,
      ScheduleReader schedules,
      RotationChanged.Publisher changes) {
    this.overrides = overrides;
    this.people = people;
    this.schedules = schedules;
    this.changes = changes;
  }

  /**
   * A shift to transfer.
   *
   * @param pointer to its object in the request, for problems
   */
  public record Stretch(
      String pointer, String role, String person, String taker, Span span, String reason) {}

  /**
   * Transfers all stretches, or none.
   *
   * @param rotation locked by this transaction
   * @param author who decided it
   * @throws Problem when a person is unknown or not on call
   */
  public List<ShiftOverride> make(
      Tx tx, StoredRotation rotation, List<Stretch> stretches, String author) {
    List<ShiftOverride> wanted = new ArrayList<>();
    for (Stretch stretch : stretches) {
      checkTaker(tx, stretch);
      for (Relief relief : reliefs(tx, rotation, stretch)) {
        wanted.add(override(tx, rotation, stretch, relief, author));
      }
    }
    return changes.around(
        tx,
        rotation,
        author,
        () -> wanted.stream().map(override -> overrides.store(tx, override)).toList());
  }

  /**
   * Returns what must be replaced; at least one relief.
   *
   * @throws Problem when the person is not on call then
   */
  public List<Relief> reliefs(Tx tx, StoredRotation rotation, Stretch stretch) {
    RotationCalendar calendar =
        new RotationCalendar(schedules.rotation(tx, rotation.id(), stretch.span()));
    if (!calendar.roles(stretch.span()).contains(stretch.role())) {
      throw Problem.invalid(
          stretch.pointer() + "/role",
          "there is no role '"
              + stretch.role()
              + "' then; there are "
              + calendar.roles(stretch.span()));
    }
    List<Relief> reliefs =
        Relief.of(stretch.person(), calendar.shifts(stretch.span(), stretch.role()).shifts());
    if (reliefs.isEmpty()) {
      throw Problem.invalid(
          stretch.pointer() + "/person",
          "'"
              + stretch.person()
              + "' has no shift as "
              + stretch.role()
              + " from "
              + stretch.span().start()
              + " to "
              + stretch.span().end()
              + " that another could take");
    }
    return reliefs;
  }

  private void checkTaker(Tx tx, Stretch stretch) {
    if (!people.unknown(tx, Set.of(stretch.taker())).isEmpty()) {
      throw Problem.invalid("/person", "there is no person '" + stretch.taker() + "'");
    }
  }

  private static ShiftOverride override(
      Tx tx, StoredRotation rotation, Stretch stretch, Relief relief, String author) {
    return new ShiftOverride(
        Ids.next(),
        rotation.id(),
        stretch.role(),
        OverrideKind.REPLACE,
        stretch.taker(),
        relief.replaces().orElse(null),
        relief.span().start(),
        relief.span().end(),
        stretch.reason(),
        author,
        tx.now(),
        null);
  }
}
