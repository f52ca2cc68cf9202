package io.watchbill.rotation.board;

import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.load.Recent;
import io.watchbill.rotation.calendar.assignment.RotationCalendar;
import io.watchbill.rotation.calendar.time.Span;
import io.watchbill.rotation.rotation.RotationRepository;
import io.watchbill.rotation.rotation.StoredRotation;
import io.watchbill.rotation.schedule.ScheduleReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the gaps of the next 14 days. Everybody's start page asks, so they are computed once a
 * minute at most.
 */
@ApplicationScoped
class GapsAhead {
  private static final Duration AHEAD = Duration.ofDays(14);
  private static final Duration FRESH = Duration.ofMinutes(1);
  private static final int MOST = 20;
  private static final int MOST_ROTATIONS = 1_000;

  private final Database database;
  private final RotationRepository rotations;
  private final ScheduleReader schedules;
  private final Clock clock;
  private final Recent<List<GapAhead>> found;

  GapsAhead(
      Database database, RotationRepository rotations, ScheduleReader schedules, Clock clock) {
    this.database = database;
    this.rotations = rotations;
    this.schedules = schedules;
    this.clock = clock;
    this.found = new Recent<>(FRESH, clock, this::find);
  }

  /** Returns the first of them. */
  List<GapAhead> next() {
    return found.get();
  }

  private List<GapAhead> find() {
    Instant now = clock.instant();
    return database.read(tx -> find(tx, now));
  }

  private List<GapAhead> find(Tx tx, Instant now) {
    List<StoredRotation> present =
        rotations.all(tx, List.of(), Optional.empty()).stream()
            .filter(rotation -> rotation.isPresentAt(now))
            .limit(MOST_ROTATIONS)
            .toList();
    Span range = new Span(now, now.plus(AHEAD));
    Map<String, RotationCalendar> calendars =
        schedules.calendars(tx, present.stream().map(StoredRotation::id).toList(), range);
    List<GapAhead> gaps = new ArrayList<>();
    for (StoredRotation rotation : present) {
      RotationCalendar calendar = calendars.get(rotation.id());
      if (calendar != null) {
        calendar.shifts(range).gaps().stream()
            .filter(gap -> !gap.byDesign())
            .limit(MOST)
            .map(
                gap ->
                    new GapAhead(
                        rotation.id(),
                        rotation.name(),
                        gap.role(),
                        gap.span().start(),
                        gap.span().end()))
            .forEach(gaps::add);
      }
    }
    return gaps.stream().sorted(Comparator.comparing(GapAhead::from)).limit(MOST).toList();
  }
}
