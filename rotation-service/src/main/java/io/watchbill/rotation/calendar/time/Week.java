package io.watchbill.rotation.calendar.time;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Hours that repeat every week on a wall clock; {@link WallClock} defines them in a week with a DST
 * change.
 */
public record Week(List<WeeklyWindow> windows) {

  public Week {
    windows = List.copyOf(windows);
  }

  /** Creates whole days, each from the time of day until the same time on the next day. */
  public static Week days(Collection<DayOfWeek> days, LocalTime from) {
    return new Week(
        days.stream()
            .map(day -> new WeeklyWindow(new WeekTime(day, from), new WeekTime(day.plus(1), from)))
            .toList());
  }

  /** Returns the parts of the range within these hours. */
  public List<Span> within(Span range, ZoneId zone) {
    LocalDateTime monday =
        LocalDateTime.ofInstant(range.start(), zone)
            .toLocalDate()
            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
            .minusWeeks(1)
            .atStartOfDay();
    LocalDateTime last = LocalDateTime.ofInstant(range.end(), zone);
    List<Span> spans = new ArrayList<>();
    for (LocalDateTime week = monday; !week.isAfter(last); week = week.plusWeeks(1)) {
      for (WeeklyWindow window : windows) {
        add(week.plusMinutes(window.start()), week.plusMinutes(window.end()), zone, spans);
      }
    }
    return Spans.intersection(Spans.union(spans.stream()), List.of(range));
  }

  private static void add(LocalDateTime from, LocalDateTime to, ZoneId zone, List<Span> spans) {
    Instant start = WallClock.instant(from, zone);
    Instant end = WallClock.instant(to, zone);
    if (start.isBefore(end)) {
      spans.add(new Span(start, end));
    }
  }
}
