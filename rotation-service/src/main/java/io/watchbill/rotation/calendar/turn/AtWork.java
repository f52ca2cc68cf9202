package io.watchbill.rotation.calendar.turn;

import io.watchbill.rotation.calendar.time.Span;
import io.watchbill.rotation.calendar.time.Spans;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The turns of a segment before overrides, while its layer is at work and no layer of the role with
 * a higher priority is.
 */
public final class AtWork {

  /** How far past a window to search for the end of work: near first, then farther. */
  private static final List<Duration> HORIZONS =
      List.of(Duration.ofDays(8), Duration.ofDays(64), Duration.ofDays(400));

  private final Segment segment;
  private final List<Segment> higher;

  /**
   * Creates the turns of one segment.
   *
   * @param ofRole all segments of the role
   */
  public AtWork(Segment segment, List<Segment> ofRole) {
    this.segment = segment;
    this.higher =
        ofRole.stream()
            .filter(other -> other.layer().priority() > segment.layer().priority())
            .filter(other -> other.span().overlaps(segment.span()))
            .toList();
  }

  /**
   * Returns the parts of turns that overlap the window, in the order of time. The last ends where
   * the turn does; the first may begin too late.
   */
  public List<Turn> turns(Span window) {
    boolean unbroken =
        segment.layer().work().isAlways()
            && higher.stream().noneMatch(other -> other.span().end().isAfter(window.start()));
    if (unbroken) {
      return segment.turns(window);
    }
    List<Turn> turns = List.of();
    for (Duration horizon : HORIZONS) {
      Instant until = window.end().plus(horizon);
      Optional<Span> range = segment.span().within(new Span(window.start(), until));
      turns = range.map(r -> broken(r, window)).orElse(List.of());
      boolean cut =
          until.isBefore(segment.span().end())
              && turns.stream().anyMatch(turn -> turn.span().end().equals(until));
      if (!cut) {
        break;
      }
    }
    return turns;
  }

  private List<Turn> broken(Span range, Span window) {
    Stream<Span> ofOthers =
        higher.stream()
            .flatMap(other -> other.span().within(range).stream().flatMap(s -> work(other, s)));
    List<Span> working = Spans.without(segment.layer().work().within(range), Spans.union(ofOthers));
    List<Turn> turns = new ArrayList<>();
    for (Span span : working) {
      if (span.overlaps(window)) {
        segment.turns(span).stream()
            .flatMap(turn -> turn.within(span).stream())
            .filter(turn -> turn.span().overlaps(window))
            .forEach(turns::add);
      }
    }
    return turns;
  }

  private static Stream<Span> work(Segment other, Span span) {
    return other.layer().work().within(span).stream();
  }
}
