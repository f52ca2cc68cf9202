package io.watchbill.rotation.coverage;

import io.watchbill.kit.database.Tx;
import io.watchbill.rotation.calendar.assignment.RotationCalendar;
import io.watchbill.rotation.calendar.fairness.Presence;
import io.watchbill.rotation.calendar.time.Span;
import io.watchbill.rotation.rotation.StoredRotation;
import io.watchbill.rotation.schedule.ScheduleReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Reads what is needed to check the next 60 days of a rotation, or their first half (and so on)
 * where they have too many turns.
 */
@ApplicationScoped
class CoverageHorizon {
  private static final Duration DAYS = Duration.ofDays(60);
  private static final long MOST_TURNS = 20_000;
  private static final int MOST_ROTATIONS = 100;

  private final ScheduleReader schedules;
  private final Obstacles obstacles;

  CoverageHorizon(ScheduleReader schedules, Obstacles obstacles) {
    this.schedules = schedules;
    this.obstacles = obstacles;
  }

  /** Reads the shifts only. */
  CoverageCheck shifts(Tx tx, StoredRotation rotation) {
    Span whole = new Span(tx.now(), tx.now().plus(DAYS));
    RotationCalendar calendar = new RotationCalendar(schedules.rotation(tx, rotation.id(), whole));
    Span range = calendar.beginning(whole, MOST_TURNS);
    return new CoverageCheck(
        range,
        calendar.shifts(range),
        new LinkedHashSet<>(calendar.roles(range)),
        Map.of(),
        Map.of(),
        null);
  }

  /**
   * Reads the shifts and the times when people cannot be on call, but not whether pages reach them.
   */
  CoverageCheck everything(Tx tx, StoredRotation rotation) {
    CoverageCheck shifts = shifts(tx, rotation);
    Set<String> people = Presence.of(shifts.shifts().shifts()).keySet();
    return shifts.knowing(
        obstacles.elsewhere(tx, rotation.id(), people, shifts.range(), MOST_ROTATIONS),
        obstacles.absences(tx, people, shifts.range()));
  }
}
