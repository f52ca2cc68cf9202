package io.watchbill.rotation.shift;

import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.http.RevisionTag;
import io.watchbill.kit.problem.Problem;
import io.watchbill.rotation.calendar.assignment.RotationCalendar;
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
import java.util.Objects;
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
    return shifts(id, range, Optional.empty(), null).shifts().orElseThrow();
  }

  Tagged shifts(String id, Span range, Optional<String> role, @Nullable String ifNoneMatch) {
    return database.read(
        tx -> {
          StoredRotation rotation =
              rotations.find(tx, id).orElseThrow(() -> Problem.notFound("rotation", id));
          String tag = rotation.revision() + "-" + Integer.toHexString(Objects.hash(range, role));
          return RevisionTag.names(ifNoneMatch, RevisionTag.tag(tag))
              ? new Tagged(tag, Optional.empty())
              : new Tagged(tag, Optional.of(compute(tx, rotation, range, role)));
        });
  }

  private Shifts compute(Tx tx, StoredRotation rotation, Span asked, Optional<String> role) {
    Span ever = new Span(Instant.MIN, rotation.archivedAt().orElse(Instant.MAX));
    Optional<Span> range = asked.within(ever);
    if (range.isEmpty()) {
      return new Shifts(List.of(), List.of());
    }
    RotationCalendar calendar =
        new RotationCalendar(schedules.rotation(tx, rotation.id(), range.get()));
    Collection<String> roles = calendar.roles(range.get());
    role.filter(name -> !roles.contains(name))
        .ifPresent(
            name -> {
              throw Problem.notFound("role", name);
            });
    checkSize(calendar.turns(range.get(), role.<Collection<String>>map(List::of).orElse(roles)));
    FinalShifts shifts =
        role.map(name -> calendar.shifts(range.get(), name))
            .orElseGet(() -> calendar.shifts(range.get()));
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
              + "are allowed; choose a shorter range or one role");
    }
  }
}
