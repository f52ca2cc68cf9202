package io.watchbill.rotation.calendar.assignment;

import io.watchbill.rotation.calendar.shift.Shift;
import io.watchbill.rotation.calendar.shift.ShiftId;
import io.watchbill.rotation.calendar.shift.ShiftReason;
import io.watchbill.rotation.calendar.time.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A part of a turn after overrides.
 *
 * @param people who is on call; empty when a following role has nobody left
 * @param relieved the people whom overrides relieved
 */
record SegmentPart(
    ShiftId id, List<String> people, Span span, ShiftReason reason, Set<String> relieved) {

  Optional<Shift> shift(Span range) {
    return people.isEmpty()
        ? Optional.empty()
        : span.within(range).map(part -> new Shift(id, people, part, reason));
  }

  /** Joins both parts when they are adjacent and belong to the same shift. */
  Optional<SegmentPart> joined(SegmentPart next) {
    boolean together =
        span.end().equals(next.span.start()) && id.equals(next.id) && people.equals(next.people);
    return together
        ? Optional.of(
            new SegmentPart(id, people, new Span(span.start(), next.span.end()), reason, relieved))
        : Optional.empty();
  }
}
