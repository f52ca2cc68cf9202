package io.watchbill.rotation.calendar.assignment;

import io.watchbill.rotation.calendar.time.Span;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The parts of one layer or addition, in the order of time, none overlapping another. */
record Track(List<SegmentPart> pieces) {

  Optional<SegmentPart> at(Instant instant) {
    int index = firstEndingAfter(instant);
    return index < pieces.size() && pieces.get(index).span().contains(instant)
        ? Optional.of(pieces.get(index))
        : Optional.empty();
  }

  /** Returns the instants strictly inside the span at which a part begins or ends. */
  Stream<Instant> changesInside(Span span) {
    return pieces.stream()
        .skip(firstEndingAfter(span.start()))
        .takeWhile(piece -> piece.span().start().isBefore(span.end()))
        .flatMap(piece -> Stream.of(piece.span().start(), piece.span().end()))
        .filter(instant -> instant.isAfter(span.start()) && instant.isBefore(span.end()));
  }

  private int firstEndingAfter(Instant instant) {
    int low = 0;
    int high = pieces.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (pieces.get(middle).span().end().isAfter(instant)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
