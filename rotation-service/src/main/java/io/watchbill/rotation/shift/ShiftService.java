package io.watchbill.rotation.shift;

import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.http.RevisionTag;
import io.watchbill.kit.problem.Problem;
import io.watchbill.rotation.calendar.assignment.RotationCalendar;
import io.watchbill.rotation.calendar.definition.Rotation;
import io.watchbill.rotation.calendar.shift.FinalShifts;
import io.watchbill.rotation.calendar.time.Span;
import io.watchbill.rotation.rotation.RotationRepository;
import io.watchbill.rotation.rotation.StoredRotation;
import io.watchbill.rotation.schedule.ScheduleReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Calculates the final shifts of a rotation. */
@ApplicationScoped
public class ShiftService {
  private final Database database;
  private final RotationRepository rotations;
  private final ScheduleReader schedules;
  private final ShiftSettings settings;

  ShiftService(
      Database database,
      RotationRepository rotations,
      ScheduleReader schedules,
      ShiftSettings settings) {
    this.database = database;
    this.rotations = rotations;
    this.schedules = schedules;
    this.settings = settings;
  }

  /**
   * Shifts with their ETag.
   *
   * @param shifts empty when the client has them already
   */
  record Tagged(String tag, Optional<Shifts> shifts) {}

  /**
   * What a request asks for.
   *
   * @param role only this one
   * @param overrides whether they are applied; without them each layer has its own shifts
   */
  record Wanted(Span range, Optional<String> role, boolean overrides) {}

  /** Returns the requested range, if it is allowed. */
  public Span range(Instant from, Instant to) {
    if (!from.isBefore(to)) {
      throw Problem.invalid("to", "'to' must lie after 'from'");
    }
    if (Duration.between(from, to).compareTo(settings.maxRange()) > 0) {
      throw Problem.invalid(
          "to",
          "the range may have at most " + settings.maxRange().toDays() + " days; ask for parts");
    }
    return new Span(from, to);
  }

  /**
   * Returns the final shifts and gaps of a rotation.
   *
   * @throws Problem if there is no such rotation
   */
  public Shifts shifts(String id, Span range) {
    return shifts(id, new Wanted(range, Optional.empty(), true), null).shifts().orElseThrow();
  }

  /**
   * Shifts, and those from which they come.
   *
   * @param last the final ones
   * @param layers those of each layer, as they would be without overrides
   */
  public record Layered(Shifts last, Shifts layers) {}

  /**
   * Returns the final shifts and gaps of a rotation, and those of its layers.
   *
   * @throws Problem if there is no such rotation
   */
  public Layered layered(String id, Span range) {
    return database.read(tx -> layered(tx, found(tx, id), range));
  }

  private Layered layered(Tx tx, StoredRotation rotation, Span asked) {
    Optional<Span> range = present(rotation, asked);
    if (range.isEmpty()) {
      return new Layered(Shifts.NONE, Shifts.NONE);
    }
    Rotation schedule = schedules.rotation(tx, rotation.id(), range.get());
    Shifts last = compute(schedule, range.get(), Optional.empty());
    boolean plain = schedule.replacements().isEmpty() && schedule.additions().isEmpty();
    return new Layered(
        last, plain ? last : compute(schedule.withoutOverrides(), range.get(), Optional.empty()));
  }

  Tagged shifts(String id, Wanted wanted, @Nullable String ifNoneMatch) {
    return database.read(
        tx -> {
          StoredRotation rotation = found(tx, id);
          String tag = rotation.revision() + "-" + Integer.toHexString(wanted.hashCode());
          return RevisionTag.names(ifNoneMatch, RevisionTag.tag(tag))
              ? new Tagged(tag, Optional.empty())
              : new Tagged(tag, Optional.of(compute(tx, rotation, wanted)));
        });
  }

  private StoredRotation found(Tx tx, String id) {
    return rotations.find(tx, id).orElseThrow(() -> Problem.notFound("rotation", id));
  }

  private Shifts compute(Tx tx, StoredRotation rotation, Wanted wanted) {
    Optional<Span> range = present(rotation, wanted.range());
    if (range.isEmpty()) {
      return Shifts.NONE;
    }
    Rotation schedule = schedules.rotation(tx, rotation.id(), range.get());
    return compute(
        wanted.overrides() ? schedule : schedule.withoutOverrides(), range.get(), wanted.role());
  }

  /** Returns the part of the range before the rotation was archived. */
  private static Optional<Span> present(StoredRotation rotation, Span range) {
    return range.within(new Span(Instant.MIN, rotation.archivedAt().orElse(Instant.MAX)));
  }

  private Shifts compute(Rotation schedule, Span range, Optional<String> role) {
    RotationCalendar calendar = new RotationCalendar(schedule);
    Collection<String> roles = calendar.roles(range);
    role.filter(name -> !roles.contains(name))
        .ifPresent(
            name -> {
              throw Problem.notFound("role", name);
            });
    checkSize(calendar.turns(range, role.<Collection<String>>map(List::of).orElse(roles)));
    FinalShifts shifts =
        role.map(name -> calendar.shifts(range, name)).orElseGet(() -> calendar.shifts(range));
    return Shifts.of(shifts);
  }

  private void checkSize(long turns) {
    if (turns > settings.maxTurns()) {
      throw Problem.invalid(
          "to",
          "the range holds "
              + turns
              + " turns, at most "
              + settings.maxTurns()
              + " are allowed; choose a shorter range or one role");
    }
  }
}
