package io.watchbill.rotation.calendar.work;

import io.watchbill.rotation.calendar.time.Span;
import io.watchbill.rotation.calendar.time.Spans;
import io.watchbill.rotation.calendar.time.Week;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * When a layer works. Outside, nobody is on call in it, and its turns are counted on.
 *
 * <p>A day of a layer begins at the time of day at which the layer starts: with handovers at 09:00
 * its Friday is from Friday 09:00 to Saturday 09:00.
 *
 * @param on the days of the week on which it works
 * @param restrictions the hours in which it works; empty for all
 * @param except the days on which it does not work
 * @param only the days on which alone it works; empty for all
 * @param hours the working time of the whole rotation, when it is kept only then
 */
public record Work(
    ZoneId zone,
    LocalTime dayStart,
    Set<DayOfWeek> on,
    Optional<Week> restrictions,
    Holidays except,
    Optional<Holidays> only,
    Optional<WorkingTime> hours) {

  private static final Set<DayOfWeek> EVERY_DAY = Set.of(DayOfWeek.values());

  public Work {
    on = Set.copyOf(on);
  }

  /** Always, by the clocks of the zone. */
  public static Work always(ZoneId zone) {
    return new Work(
        zone,
        LocalTime.MIDNIGHT,
        EVERY_DAY,
        Optional.empty(),
        Holidays.NONE,
        Optional.empty(),
        Optional.empty());
  }

  /** Whether it works at every instant. */
  public boolean isAlways() {
    return on.size() == EVERY_DAY.size()
        && restrictions.isEmpty()
        && except.none()
        && only.isEmpty()
        && hours.isEmpty();
  }

  /** The parts of the range, which has both ends, in which it works. */
  public List<Span> within(Span range) {
    List<Span> result = List.of(range);
    if (on.size() < EVERY_DAY.size()) {
      result = Week.days(on, dayStart).within(range, zone);
    }
    if (restrictions.isPresent()) {
      result = Spans.intersection(result, restrictions.get().within(range, zone));
    }
    if (only.isPresent()) {
      result = Spans.intersection(result, only.get().within(range, zone, dayStart));
    }
    if (hours.isPresent()) {
      result = Spans.intersection(result, hours.get().within(range));
    }
    return except.none() ? result : Spans.without(result, except.within(range, zone, dayStart));
  }

  /** The same on all days. */
  public Work withoutHolidays() {
    return new Work(zone, dayStart, on, restrictions, Holidays.NONE, Optional.empty(), hours);
  }

  /** The most pieces into which a week falls. */
  public int piecesAWeek() {
    int windows = restrictions.map(week -> week.windows().size()).orElse(0);
    int ofHours = hours.map(time -> time.week().windows().size()).orElse(0);
    return isAlways() ? 0 : on.size() + windows + ofHours;
  }
}
