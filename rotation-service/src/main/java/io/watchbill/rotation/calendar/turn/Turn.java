package io.watchbill.rotation.calendar.turn;

import io.watchbill.rotation.calendar.shift.ShiftId;
import io.watchbill.rotation.calendar.shift.ShiftReason;
import io.watchbill.rotation.calendar.time.Span;
import java.util.List;
import java.util.Optional;

/** A turn of a segment, or a part of it, before overrides. */
public record Turn(Segment segment, long number, Span span) {

  /** Returns the part of the turn within the range. */
  Optional<Turn> within(Span range) {
    return span.within(range).map(part -> new Turn(segment, number, part));
  }

  /** Returns how many groups of people may take the turn, in the order of choice. */
  public int candidates() {
    return segment.candidateCount(number);
  }

  public List<String> candidate(int choice) {
    return segment.candidate(number, choice);
  }

  public ShiftId id(String rotation, List<String> overrides) {
    return new ShiftId(
        rotation, segment.role(), segment.layer().name(), segment.version(), number, overrides);
  }

  /** Returns why the first choice is on call, when nothing else intervenes. */
  public ShiftReason reason() {
    if (segment.finishes(number)) {
      return new ShiftReason.Finishing(segment.version());
    }
    if (segment.follows()) {
      return new ShiftReason.Following(segment.followed().nearest(), segment.followed().offset());
    }
    return segment.layer().isStanding()
        ? new ShiftReason.Standing(segment.layer().name())
        : new ShiftReason.Scheduled(segment.layer().name(), number);
  }
}
