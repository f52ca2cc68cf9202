package io.watchbill.rotation.calendar.assignment;

import io.watchbill.rotation.calendar.definition.Replacement;
import io.watchbill.rotation.calendar.shift.ShiftReason;
import io.watchbill.rotation.calendar.time.Span;
import io.watchbill.rotation.calendar.time.StepFunction;
import io.watchbill.rotation.calendar.turn.Turn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Cuts the turns of one layer of a role where overrides or the followed roles change. */
final class SegmentParts {

  private final Overrides overrides;
  private final StepFunction<List<Replacement>> own;
  private final List<SegmentPart> parts = new ArrayList<>();

  SegmentParts(Overrides overrides, String role) {
    this.overrides = overrides;
    this.own = overrides.replacements(role);
  }

  Track track() {
    return new Track(parts);
  }

  /**
   * Adds the parts of a turn.
   *
   * @param span the part of the turn to add; it does not begin before the parts added so far
   */
  void add(Turn turn, Span span, StepFunction<FollowedRole> timeline) {
    Choice undisturbed = Choice.of(turn, List.of(), Set.of(), Set.of());
    int inForce = own.indexAt(span.start());
    int aboveIndex = timeline.indexAt(span.start());
    Instant start = span.start();
    Instant from = start;
    Choice last = undisturbed;
    FollowedRole lastAbove = timeline.value(aboveIndex);
    while (start.isBefore(span.end())) {
      FollowedRole above = timeline.value(aboveIndex);
      Choice choice = choice(turn, own.value(inForce), above, undisturbed);
      boolean asBefore = choice == undisturbed && last == undisturbed;
      if (!asBefore && from.isBefore(start)) {
        append(part(turn, new Span(from, start), last, lastAbove));
        from = start;
      }
      last = choice;
      lastAbove = above;
      Instant ownEnd = own.endOf(inForce);
      Instant aboveEnd = timeline.endOf(aboveIndex);
      start = Span.earlier(ownEnd, aboveEnd);
      inForce += ownEnd.equals(start) ? 1 : 0;
      aboveIndex += aboveEnd.equals(start) ? 1 : 0;
    }
    append(part(turn, new Span(from, span.end()), last, lastAbove));
  }

  private static Choice choice(
      Turn turn, List<Replacement> inForce, FollowedRole above, Choice undisturbed) {
    return inForce.isEmpty() && above.leaves(undisturbed.people())
        ? undisturbed
        : Choice.of(turn, inForce, above.taken(), above.relieved());
  }

  private void append(SegmentPart part) {
    Optional<SegmentPart> joined =
        parts.isEmpty() ? Optional.empty() : parts.getLast().joined(part);
    joined.ifPresent(both -> parts.removeLast());
    parts.add(joined.orElse(part));
  }

  private SegmentPart part(Turn turn, Span span, Choice choice, FollowedRole above) {
    return new SegmentPart(
        turn.id(overrides.rotation(), ids(choice, above)),
        choice.people(),
        span,
        reason(turn, choice),
        choice.relieved());
  }

  private static List<String> ids(Choice choice, FollowedRole above) {
    Stream<String> own = choice.used().stream().map(Replacement::id);
    Stream<String> theirs =
        choice.moved()
            ? above.parts().stream().flatMap(part -> part.id().overrides().stream())
            : Stream.of();
    return Stream.concat(own, theirs).distinct().toList();
  }

  private static ShiftReason reason(Turn turn, Choice choice) {
    if (!choice.used().isEmpty()) {
      return new ShiftReason.Overridden(choice.used());
    }
    return choice.moved()
        ? new ShiftReason.Evading(turn.segment().followed().nearest())
        : turn.reason();
  }
}
