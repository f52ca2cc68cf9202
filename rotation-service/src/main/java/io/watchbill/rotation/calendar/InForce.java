package io.watchbill.rotation.calendar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A version and the time in which it holds; the first holds since ever. */
record InForce(Version version, Span span) {

  /** The versions that ever hold, in their order. Of two from the same instant the later wins. */
  static List<InForce> of(List<Version> versions) {
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
}
