package io.watchbill.rotation.calendar.fairness;

import io.watchbill.rotation.calendar.shift.Shift;
import io.watchbill.rotation.calendar.time.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Merges shifts into the times when each person is on call. */
public final class Presence {
  private Presence() {}

  /**
   * Returns the times by person, in the order of their ids; adjacent and overlapping spans are
   * joined.
   */
  public static Map<String, List<Span>> of(List<Shift> shifts) {
    Map<String, List<Span>> presence = new TreeMap<>();
    shifts.stream()
        .sorted(Comparator.comparing(shift -> shift.span().start()))
        .forEach(
            shift ->
                shift
                    .people()
                    .forEach(
                        person ->
                            join(
                                presence.computeIfAbsent(person, p -> new ArrayList<>()),
                                shift.span())));
    return presence;
  }

  private static void join(List<Span> spans, Span next) {
    if (!spans.isEmpty() && !spans.getLast().end().isBefore(next.start())) {
      Span last = spans.removeLast();
      spans.add(new Span(last.start(), Span.later(last.end(), next.end())));
    } else {
      spans.add(next);
    }
  }
}
