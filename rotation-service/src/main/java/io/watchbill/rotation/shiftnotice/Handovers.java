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

/** When people are notified of their shifts: a day before, at the start and at the end. */
final class Handovers {
  /** How long before a shift its people are notified. */
  static final Duration AHEAD = Duration.ofHours(24);

  private Handovers() {}

  /** The kinds of notices of shifts. */
  enum Kind {
    SHIFT_SOON,
    SHIFT_BEGINS,
    SHIFT_ENDS
  }

  /**
   * A notification that is due.
   *
   * @param at when to notify
   * @param shift the person's time in the role, however many turns it has
   */
  record ShiftMoment(Kind kind, Instant at, String person, String role, Span shift) {}

  /** Returns all notifications for the shifts, by time. */
  static List<ShiftMoment> of(List<Shift> shifts) {
    List<ShiftMoment> moments = new ArrayList<>();
    shifts.stream()
        .collect(Collectors.groupingBy(Shift::role))
        .forEach(
            (role, ofRole) ->
                Presence.of(ofRole)
                    .forEach(
                        (person, spans) ->
                            spans.forEach(span -> add(moments, person, role, span))));
    moments.sort(Comparator.comparing(ShiftMoment::at));
    return moments;
  }

  private static void add(List<ShiftMoment> moments, String person, String role, Span span) {
    moments.add(new ShiftMoment(Kind.SHIFT_SOON, span.start().minus(AHEAD), person, role, span));
    moments.add(new ShiftMoment(Kind.SHIFT_BEGINS, span.start(), person, role, span));
    moments.add(new ShiftMoment(Kind.SHIFT_ENDS, span.end(), person, role, span));
  }

  /** Returns the notifications after one instant, up to and including another. */
  static List<ShiftMoment> between(List<ShiftMoment> moments, Instant after, Instant until) {
    return moments.stream().filter(m -> m.at().isAfter(after) && !m.at().isAfter(until)).toList();
  }

  /** Returns when the first notification after an instant is due. */
  static Optional<Instant> next(List<ShiftMoment> moments, Instant after) {
    return moments.stream().map(ShiftMoment::at).filter(at -> at.isAfter(after)).findFirst();
  }
}
