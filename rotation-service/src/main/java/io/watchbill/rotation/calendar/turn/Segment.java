package io.watchbill.rotation.calendar.turn;

import io.watchbill.rotation.calendar.definition.Layer;
import io.watchbill.rotation.calendar.time.Cancellation;
import io.watchbill.rotation.calendar.time.Grid;
import io.watchbill.rotation.calendar.time.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A layer at work for a role, from one instant until another.
 *
 * @param version the version that gave the layer this form
 * @param turns those of the layer who take turns now
 * @param shift how far the list of turns is moved: turn n takes {@code turns[(n + shift) mod size]}
 * @param above the roles from which this one must differ, the followed one first; empty when the
 *     role has the layer itself
 * @param offset how many turns later than the followed role; 0 when it follows none
 * @param finishing who takes the first turn, when those on call before finish it
 */
public record Segment(
    String role,
    int version,
    Layer layer,
    List<List<String>> turns,
    Span span,
    long shift,
    List<String> above,
    int offset,
    List<List<String>> finishing) {

  public boolean follows() {
    return !above.isEmpty();
  }

  Segment until(Instant end) {
    return new Segment(
        role, version, layer, turns, new Span(span.start(), end), shift, above, offset, finishing);
  }

  Segment finishedBy(List<List<String>> people) {
    return new Segment(role, version, layer, turns, span, shift, above, offset, people);
  }

  /** Whether it continues the layer of another, where turns keep their names. */
  public boolean goesOnWith(Segment before) {
    return version == before.version
        && layer.equals(before.layer)
        && span.start().equals(before.span.end());
  }

  /** Whether both deal the same turns to the same people for the same reason. */
  boolean deals(Segment other) {
    return layer.equals(other.layer)
        && turns.equals(other.turns)
        && shift == other.shift
        && above.equals(other.above);
  }

  /** Those who may take a turn, the first choice first: a following role may have to move on. */
  List<List<String>> candidates(long turn) {
    return IntStream.range(0, candidateCount(turn))
        .mapToObj(choice -> candidate(turn, choice))
        .toList();
  }

  int candidateCount(long turn) {
    if (finishes(turn)) {
      return finishing.size();
    }
    return follows() ? turns.size() : 1;
  }

  List<String> candidate(long turn, int choice) {
    return finishes(turn) ? finishing.get(choice) : dealt(turn + shift + choice);
  }

  List<String> dealt(long place) {
    return turns.get(Math.floorMod(place, turns.size()));
  }

  /** Whether the people of this turn are those who were on call when the version began. */
  boolean finishes(long turn) {
    return !finishing.isEmpty() && turn == firstTurn();
  }

  long turnAt(Instant instant) {
    return layer.grid().turnAt(instant);
  }

  /** How many turns begin at an instant, which lies behind the start; empty ones count. */
  long begins(Instant instant) {
    return turnAt(instant) - turnAt(instant.minusNanos(1));
  }

  private long firstTurn() {
    return turnAt(span.start());
  }

  /** How many turns, or pieces of turns, begin or go on in the window: at most so many. */
  public long turnCount(Span window) {
    return span.within(window)
        .map(range -> turnAt(range.end()) - turnAt(range.start()) + 1 + pieces(range))
        .orElse(0L);
  }

  private long pieces(Span range) {
    int piecesAWeek = layer.work().piecesAWeek();
    return piecesAWeek == 0
        ? 0
        : piecesAWeek * (1 + Duration.between(range.start(), range.end()).toDays() / 7);
  }

  /** The turns that overlap the window, whole as far as this segment reaches; none is empty. */
  List<Turn> turns(Span window) {
    List<Turn> turns = new ArrayList<>();
    span.within(window).ifPresent(range -> collect(range, turns));
    return turns;
  }

  private void collect(Span range, List<Turn> turns) {
    Grid grid = layer.grid();
    long number = grid.turnAt(range.start());
    Instant start = Span.later(grid.startOf(number), span.start());
    while (start.isBefore(range.end())) {
      Cancellation.check();
      Instant end = Span.earlier(grid.endOf(number), span.end());
      if (start.isBefore(end)) {
        turns.add(new Turn(this, number, new Span(start, end)));
      }
      start = end;
      number++;
    }
  }
}
