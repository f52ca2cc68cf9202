package io.watchbill.rotation.calendar.fairness;

import io.watchbill.rotation.calendar.shift.Shift;
import io.watchbill.rotation.calendar.time.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** When each person is on call, however many shifts put them there. */
public final class Presence {
  private Presence() {}

  /** By person, in the order of their ids; spans that touch or overlap are one. */
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
