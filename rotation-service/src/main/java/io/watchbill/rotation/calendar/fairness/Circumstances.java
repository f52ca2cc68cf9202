package io.watchbill.rotation.calendar.fairness;

import io.watchbill.rotation.calendar.time.Span;
import io.watchbill.rotation.calendar.time.Spans;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What is to be known of people.
 *
 * @param holidays on which their shift counts twice
 * @param busy when they cannot stand this shift
 */
public record Circumstances(Map<String, List<Span>> holidays, Map<String, List<Span>> busy) {

  /** How much shift counts: its length, and twice what lies on the person's holidays. */
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
