package io.watchbill.rotation.calendar.assignment;

import io.watchbill.rotation.calendar.shift.Reason;
import io.watchbill.rotation.calendar.shift.Shift;
import io.watchbill.rotation.calendar.shift.ShiftId;
import io.watchbill.rotation.calendar.time.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A part of a turn after overrides.
 *
 * @param people who is on call; nobody when a following role finds nobody else
 * @param relieved whom overrides took off call
 */
record SegmentPart(
    ShiftId id, List<String> people, Span span, Reason reason, Set<String> relieved) {

  Optional<Shift> shift(Span range) {
    return people.isEmpty()
        ? Optional.empty()
        : span.within(range).map(part -> new Shift(id, people, part, reason));
  }

  /** Both as one, when they touch and belong together. */
  Optional<SegmentPart> joined(SegmentPart next) {
    boolean together =
        span.end().equals(next.span.start()) && id.equals(next.id) && people.equals(next.people);
    return together
        ? Optional.of(
            new SegmentPart(id, people, new Span(span.start(), next.span.end()), reason, relieved))
        : Optional.empty();
  }
}
