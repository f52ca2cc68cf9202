package io.watchbill.rotation.calendar.definition;

import io.watchbill.rotation.calendar.time.Span;
import io.watchbill.rotation.calendar.time.Spans;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A version and the time in which it is in force; the first has been in force since forever. */
public record InForce(Version version, Span span) {

  /**
   * Returns the versions that are ever in force, in order. Of two that take effect at the same
   * instant, the later number wins.
   */
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
   * Returns the parts of the range in which somebody should be on call.
   *
   * @param outside whether to return the other parts instead
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
