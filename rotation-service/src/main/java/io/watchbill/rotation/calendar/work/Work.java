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
 * When a layer is at work. Outside, nobody is on call in it, and its turns go on counting.
 *
 * <p>A day of a layer begins at the time of day at which the layer starts: with hand-overs at 09:00
 * its Friday is from Friday 09:00 to Saturday 09:00.
 *
 * @param on the days of the week on which it is at work
 * @param restrictions the hours in which it is at work; empty for all
 * @param except the days on which it is not at work
 * @param only the only days on which it is at work; empty for all
 * @param hours the working time of the rotation, when nobody is on call outside it
 */
public record Work(
    ZoneId zone,
    LocalTime dayStart,
    Set<DayOfWeek> on,
    Optional<Week> restrictions,
    Holidays except,
    Optional<Holidays> only,
    Optional<WorkingWeek> hours) {

  private static final Set<DayOfWeek> EVERY_DAY = Set.of(DayOfWeek.values());

  public Work {
    on = Set.copyOf(on);
  }

  /** Creates the work of a layer that is always at work. */
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

  /** Returns whether it is at work at every instant. */
  public boolean isAlways() {
    return on.size() == EVERY_DAY.size()
        && restrictions.isEmpty()
        && except.none()
        && only.isEmpty()
        && hours.isEmpty();
  }

  /** Returns the parts of the range, which has both ends, in which it is at work. */
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

  /** Returns the same without holidays. */
  public Work withoutHolidays() {
    return new Work(zone, dayStart, on, restrictions, Holidays.NONE, Optional.empty(), hours);
  }

  /** Returns the most parts into which a week is split. */
  public int partsAWeek() {
    int windows = restrictions.map(week -> week.windows().size()).orElse(0);
    int ofHours = hours.map(time -> time.week().windows().size()).orElse(0);
    return isAlways() ? 0 : on.size() + windows + ofHours;
  }
}
