package io.watchbill.rotation.calendar.definition;

import io.watchbill.rotation.calendar.time.Span;
import io.watchbill.rotation.calendar.time.Spans;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A version and the time in which it holds; the first holds since ever. */
public record InForce(Version version, Span span) {

  /** The versions that ever hold, in their order. Of two from the same instant the later wins. */
  public static List<InForce> of(List<Version> versions) {
    List<Version> ordered =
        versions.stream()
            .sorted(Comparator.comparing(Version::effectiveFrom).thenComparing(Version::number))
            .toList();
    List<InForce> result = new ArrayList<>();
    Instant from = Instant.MIN;
    for (int i = 0; i < ordered.size(); i++) {
      Instant until = i + 1 < ordered.size() ? ordered.get(i + 1).effectiveFrom() : Instant.MAX;
      boolean superseded = i + 1 < ordered.size() && until.equals(ordered.get(i).effectiveFrom());
      if (!superseded) {
        result.add(new InForce(ordered.get(i), new Span(from, until)));
        from = until;
      }
    }
    return result;
  }

  /**
   * The parts of the range in which somebody should be on call.
   *
   * @param outside to get those in which nobody should
   */
  public Stream<Span> hours(Span range, boolean outside) {
    List<Span> hours =
        version
            .hours()
            .filter(time -> version.keepsHours())
            .map(time -> time.within(range))
            .orElseGet(() -> List.of(range));
    return (outside ? Spans.without(List.of(range), hours) : hours).stream();
  }
}
