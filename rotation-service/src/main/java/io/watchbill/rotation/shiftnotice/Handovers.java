package io.watchbill.rotation.shiftnotice;

import io.watchbill.rotation.calendar.fairness.Presence;
import io.watchbill.rotation.calendar.shift.Shift;
import io.watchbill.rotation.calendar.time.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The instants at which people hear of their shifts: a day before, at the start, at the end. */
final class Handovers {
  /** So long before a shift its people hear of it. */
  static final Duration AHEAD = Duration.ofHours(24);

  private Handovers() {}

  /** What there is to say. */
  enum Kind {
    SHIFT_SOON,
    SHIFT_BEGINS,
    SHIFT_ENDS
  }

  /**
   * Somebody hears of a shift.
   *
   * @param at when they hear
   * @param shift of theirs in the role, however many turns it has
   */
  record Moment(Kind kind, Instant at, String person, String role, Span shift) {}

  /** All moments of the shifts, by time. */
  static List<Moment> of(List<Shift> shifts) {
    List<Moment> moments = new ArrayList<>();
    shifts.stream()
        .collect(Collectors.groupingBy(Shift::role))
        .forEach(
            (role, ofRole) ->
                Presence.of(ofRole)
                    .forEach(
                        (person, spans) ->
                            spans.forEach(span -> add(moments, person, role, span))));
    moments.sort(Comparator.comparing(Moment::at));
    return moments;
  }

  private static void add(List<Moment> moments, String person, String role, Span span) {
    moments.add(new Moment(Kind.SHIFT_SOON, span.start().minus(AHEAD), person, role, span));
    moments.add(new Moment(Kind.SHIFT_BEGINS, span.start(), person, role, span));
    moments.add(new Moment(Kind.SHIFT_ENDS, span.end(), person, role, span));
  }

  /** Those after an instant, until and at another. */
  static List<Moment> between(List<Moment> moments, Instant after, Instant until) {
    return moments.stream().filter(m -> m.at().isAfter(after) && !m.at().isAfter(until)).toList();
  }

  /** The first after an instant. */
  static Optional<Instant> next(List<Moment> moments, Instant after) {
    return moments.stream().map(Moment::at).filter(at -> at.isAfter(after)).findFirst();
  }
}
