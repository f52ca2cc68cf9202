package io.watchbill.escalation.plan.shifts;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The working windows of a rotation or a person, as answered by the rotation-service. Unknown time
 * counts as working time, so that no page waits for an answer.
 *
 * @param zone the zone of the windows' local times
 * @param always whether all time is working time; there are no windows then
 * @param from the windows are known from here (inclusive)
 * @param until to here (exclusive)
 * @param windows in their order, none touching the next
 */
public record WorkingTime(
    String zone, boolean always, Instant from, Instant until, List<Window> windows) {

  /** Sorts the windows and joins those that touch. */
  public WorkingTime {
    windows = joined(windows);
  }

  /** Returns the zone, or UTC where this program does not know it. */
  public ZoneId zoneId() {
    try {
      return ZoneId.of(zone);
    } catch (DateTimeException e) {
      return ZoneOffset.UTC;
    }
  }

  /** Returns whether the instant is certainly outside. */
  public boolean isOutside(Instant at) {
    return isKnown(at) && window(at).isEmpty();
  }

  /** Returns whether the instant is certainly inside. */
  public boolean isInside(Instant at) {
    return always || (isKnown(at) && window(at).isPresent());
  }

  /** Returns the first instant, from this one on, that is not certainly outside. */
  public Instant firstInside(Instant at) {
    if (!isOutside(at)) {
      return at;
    }
    return windows.stream()
        .map(Window::from)
        .filter(start -> !start.isBefore(at))
        .findFirst()
        .orElse(until);
  }

  /** Returns the first instant, from this one on, that is not certainly inside, if any. */
  public Optional<Instant> firstOutside(Instant at) {
    if (always) {
      return Optional.empty();
    }
    return Optional.of(isInside(at) ? window(at).map(Window::to).orElse(at) : at);
  }

  /** Returns the instant after this much working time. */
  public Instant plus(Instant at, Duration working) {
    if (always || !at.isBefore(until)) {
      return at.plus(working);
    }
    Instant begin = at.isBefore(from) ? from : at;
    Duration left = working.minus(Duration.between(at, begin));
    if (!left.isPositive()) {
      return at.plus(working);
    }
    for (Window window : windows) {
      Instant start = window.from().isBefore(begin) ? begin : window.from();
      Duration here = Duration.between(start, window.to());
      if (here.isPositive() && left.compareTo(here) <= 0) {
        return start.plus(left);
      }
      left = here.isPositive() ? left.minus(here) : left;
    }
    return until.plus(left);
  }

  private boolean isKnown(Instant at) {
    return !always && !at.isBefore(from) && at.isBefore(until);
  }

  private Optional<Window> window(Instant at) {
    return windows.stream()
        .filter(window -> !at.isBefore(window.from()) && at.isBefore(window.to()))
        .findFirst();
  }

  private static List<Window> joined(List<Window> windows) {
    List<Window> joined = new ArrayList<>();
    for (Window next : windows.stream().sorted(Comparator.comparing(Window::from)).toList()) {
      Window last = joined.isEmpty() ? null : joined.getLast();
      if (last == null || last.to().isBefore(next.from())) {
        joined.add(next);
      } else if (next.to().isAfter(last.to())) {
        joined.set(joined.size() - 1, new Window(last.from(), next.to()));
      }
    }
    return List.copyOf(joined);
  }
}
