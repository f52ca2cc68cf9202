package io.watchbill.rotation.calendar.work;

import io.watchbill.rotation.calendar.time.Span;
import io.watchbill.rotation.calendar.time.Spans;
import io.watchbill.rotation.calendar.time.WallClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A set of dates that are holidays. */
public record Holidays(NavigableSet<LocalDate> days) {

  /** No holidays. */
  public static final Holidays NONE = new Holidays(new TreeSet<>());

  public Holidays {
    days = Collections.unmodifiableNavigableSet(new TreeSet<>(days));
  }

  /** Creates the set from dates. */
  public static Holidays of(Collection<LocalDate> days) {
    return new Holidays(new TreeSet<>(days));
  }

  /** Returns whether there are none. */
  public boolean none() {
    return days.isEmpty();
  }

  /**
   * Returns the parts of the range that lie on a holiday.
   *
   * @param from the time of day at which a day begins; it ends at the same time on the next one
   */
  public List<Span> within(Span range, ZoneId zone, LocalTime from) {
    LocalDate first = LocalDateTime.ofInstant(range.start(), zone).toLocalDate().minusDays(2);
    LocalDate last = LocalDateTime.ofInstant(range.end(), zone).toLocalDate();
    return Spans.intersection(
        Spans.union(
            days.subSet(first, true, last, true).stream().flatMap(day -> span(day, zone, from))),
        List.of(range));
  }

  private static Stream<Span> span(LocalDate day, ZoneId zone, LocalTime from) {
    Instant start = WallClock.instant(day.atTime(from), zone);
    Instant end = WallClock.instant(day.plusDays(1).atTime(from), zone);
    return start.isBefore(end) ? Stream.of(new Span(start, end)) : Stream.empty();
  }
}
