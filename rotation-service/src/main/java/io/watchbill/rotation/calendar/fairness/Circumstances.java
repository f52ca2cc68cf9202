package io.watchbill.rotation.calendar.fairness;

import io.watchbill.rotation.calendar.time.Span;
import io.watchbill.rotation.calendar.time.Spans;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Facts about people besides their shifts.
 *
 * @param holidays when their hours on call count twice
 * @param busy when they cannot be on call in this role
 */
public record Circumstances(Map<String, List<Span>> holidays, Map<String, List<Span>> busy) {

  /** Returns the weighted length of shifts: the time on the person's holidays counts twice. */
  public Duration weight(String person, List<Span> shift) {
    return length(shift)
        .plus(length(Spans.intersection(shift, holidays.getOrDefault(person, List.of()))));
  }

  Duration hindered(String person, List<Span> shift) {
    List<Span> elsewhere = Spans.union(busy.getOrDefault(person, List.of()).stream());
    return length(Spans.intersection(shift, elsewhere));
  }

  private static Duration length(List<Span> spans) {
    return spans.stream()
        .map(span -> Duration.between(span.start(), span.end()))
        .reduce(Duration.ZERO, Duration::plus);
  }
}
