package io.watchbill.rotation.calendar.work;

import io.watchbill.rotation.calendar.time.Span;
import io.watchbill.rotation.calendar.time.Spans;
import io.watchbill.rotation.calendar.time.Week;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * The hours in which people work: the same every week, except on holidays.
 *
 * @param holidays dates on the wall clock, from midnight to midnight
 */
public record WorkingWeek(ZoneId zone, Week week, Holidays holidays) {

  /** Returns the parts of the range in which people work. */
  public List<Span> within(Span range) {
    return Spans.without(
        week.within(range, zone), holidays.within(range, zone, LocalTime.MIDNIGHT));
  }
}
