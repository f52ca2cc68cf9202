package io.watchbill.rotation.calendar.work;

import io.watchbill.rotation.calendar.time.Cancellation;
import io.watchbill.rotation.calendar.time.Span;
import io.watchbill.rotation.calendar.time.Spans;
import io.watchbill.rotation.calendar.time.WallClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Adds working time to instants, at most ten years ahead.
 *
 * @param zone the time zone in which days are counted
 * @param working returns the working time within a span, in the form of {@link Spans}
 */
public record BusinessTime(ZoneId zone, Function<Span, List<Span>> working) {

  private static final Duration STEP = Duration.ofDays(64);
  private static final Duration FARTHEST = Duration.ofDays(3_653);

  /** Returns whether the instant is working time. */
  public boolean holds(Instant at) {
    return !working.apply(new Span(at, at.plusNanos(1))).isEmpty();
  }

  /**
   * Returns the rest of the current window, or else the next window. A window that ends too far
   * ahead is cut.
   */
  public Optional<Span> window(Instant at) {
    return walk(at, (span, windows) -> windows.stream().findFirst().map(Span::start))
        .map(
            start ->
                new Span(
                    start,
                    walk(start, BusinessTime::firstEnd).orElseGet(() -> start.plus(FARTHEST))));
  }

  /**
   * Returns the first instant by which this much working time has passed; zero gives the next
   * working instant.
   *
   * @param duration zero or more
   */
  public Optional<Instant> plus(Instant from, Duration duration) {
    if (duration.isZero()) {
      return window(from).map(Span::start);
    }
    Duration[] left = {duration};
    return walk(
        from,
        (span, windows) -> {
          for (Span window : windows) {
            Duration length = Duration.between(window.start(), window.end());
            if (length.compareTo(left[0]) >= 0) {
              return Optional.of(window.start().plus(left[0]));
            }
            left[0] = left[0].minus(length);
          }
          return Optional.empty();
        });
  }

  /**
   * Returns the same time of day this many working days later, moved into that day's working time:
   * to its next window, or to the end of its last. A working day is a date with working time. An
   * instant outside working time counts as the start of the next window.
   *
   * @param days zero or more
   */
  public Optional<Instant> plusDays(Instant from, int days) {
    Optional<Instant> begin = window(from).map(Span::start);
    if (begin.isEmpty() || days == 0) {
      return begin;
    }
    LocalDateTime local = LocalDateTime.ofInstant(begin.get(), zone);
    Instant limit = from.plus(FARTHEST);
    LocalDate day = local.toLocalDate();
    for (int counted = 0; counted < days; ) {
      day = day.plusDays(1);
      if (midnight(day).isAfter(limit)) {
        return Optional.empty();
      }
      counted += of(day).isEmpty() ? 0 : 1;
    }
    return Optional.of(into(of(day), day, local.toLocalTime()));
  }

  private Instant into(List<Span> windows, LocalDate day, LocalTime time) {
    Instant wanted = WallClock.instant(day.atTime(time), zone);
    return windows.stream()
        .filter(window -> window.end().isAfter(wanted))
        .findFirst()
        .map(window -> Span.later(window.start(), wanted))
        .orElseGet(() -> windows.getLast().end());
  }

  private List<Span> of(LocalDate day) {
    Instant start = midnight(day);
    Instant end = midnight(day.plusDays(1));
    return start.isBefore(end) ? working.apply(new Span(start, end)) : List.of();
  }

  private Instant midnight(LocalDate day) {
    return WallClock.instant(day.atStartOfDay(), zone);
  }

  private interface Look {
    Optional<Instant> at(Span span, List<Span> windows);
  }

  /** Searches one stretch of time after another. */
  private Optional<Instant> walk(Instant from, Look look) {
    Instant limit = from.plus(FARTHEST);
    for (Instant start = from; start.isBefore(limit); start = start.plus(STEP)) {
      Cancellation.check();
      Span span = new Span(start, Span.earlier(limit, start.plus(STEP)));
      Optional<Instant> found = look.at(span, working.apply(span));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** Returns where the window at the start of the span ends, unless it continues past the span. */
  private static Optional<Instant> firstEnd(Span span, List<Span> windows) {
    if (windows.isEmpty() || windows.getFirst().start().isAfter(span.start())) {
      return Optional.of(span.start());
    }
    return Optional.of(windows.getFirst().end()).filter(end -> end.isBefore(span.end()));
  }
}
