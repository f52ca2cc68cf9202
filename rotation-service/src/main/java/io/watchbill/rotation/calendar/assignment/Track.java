package io.watchbill.rotation.calendar.assignment;

import io.watchbill.rotation.calendar.time.Span;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The parts of one layer or addition, in the order of time, none overlapping another. */
record Track(List<SegmentPart> parts) {

  Optional<SegmentPart> at(Instant instant) {
    int index = firstEndingAfter(instant);
    return index < parts.size() && parts.get(index).span().contains(instant)
        ? Optional.of(parts.get(index))
        : Optional.empty();
  }

  /** Returns the instants strictly inside the span at which a part begins or ends. */
  Stream<Instant> changesInside(Span span) {
    return parts.stream()
        .skip(firstEndingAfter(span.start()))
        .takeWhile(part -> part.span().start().isBefore(span.end()))
        .flatMap(part -> Stream.of(part.span().start(), part.span().end()))
        .filter(instant -> instant.isAfter(span.start()) && instant.isBefore(span.end()));
  }

  private int firstEndingAfter(Instant instant) {
    int low = 0;
    int high = parts.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (parts.get(middle).span().end().isAfter(instant)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
