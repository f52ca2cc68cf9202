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
 * A layer at work in a role, from one instant until another.
 *
 * @param version the version that gave the layer this form
 * @param finishing who takes the first turn, when the people on call before finish it
 */
public record Segment(
    String role,
    int version,
    Layer layer,
    TurnList list,
    Span span,
    Followed followed,
    List<List<String>> finishing) {

  public boolean follows() {
    return !followed.roles().isEmpty();
  }

  Segment until(Instant end) {
    return new Segment(
        role, version, layer, list, new Span(span.start(), end), followed, finishing);
  }

  Segment finishedBy(List<List<String>> people) {
    return new Segment(role, version, layer, list, span, followed, people);
  }

  /** Returns whether it continues the layer of another segment, so that turns keep their ids. */
  public boolean goesOnWith(Segment before) {
    return version == before.version
        && layer.equals(before.layer)
        && span.start().equals(before.span.end());
  }

  /** Returns whether both give the same turns to the same people for the same reason. */
  boolean assignsLike(Segment other) {
    return layer.equals(other.layer)
        && list.equals(other.list)
        && followed.roles().equals(other.followed.roles());
  }

  /**
   * Returns the groups who may take a turn, the first choice first; a following role may have to
   * move on.
   */
  List<List<String>> candidates(long turn) {
    return IntStream.range(0, candidateCount(turn))
        .mapToObj(choice -> candidate(turn, choice))
        .toList();
  }

  int candidateCount(long turn) {
    if (finishes(turn)) {
      return finishing.size();
    }
    return follows() ? list.size() : 1;
  }

  List<String> candidate(long turn, int choice) {
    return finishes(turn) ? finishing.get(choice) : list.at(turn + list.shift() + choice);
  }

  /** Returns whether this turn's people were on call when the version took effect. */
  boolean finishes(long turn) {
    return !finishing.isEmpty() && turn == firstTurn();
  }

  long turnAt(Instant instant) {
    return layer.grid().turnAt(instant);
  }

  /** Returns how many turns begin before an instant after the start, empty ones included. */
  long begins(Instant instant) {
    return turnAt(instant) - turnAt(instant.minusNanos(1));
  }

  private long firstTurn() {
    return turnAt(span.start());
  }

  /** Returns an upper bound of the turns, or parts of turns, in the window. */
  public long turnCount(Span window) {
    return span.within(window)
        .map(range -> turnAt(range.end()) - turnAt(range.start()) + 1 + parts(range))
        .orElse(0L);
  }

  private long parts(Span range) {
    int partsAWeek = layer.work().partsAWeek();
    return partsAWeek == 0
        ? 0
        : partsAWeek * (1 + Duration.between(range.start(), range.end()).toDays() / 7);
  }

  /** Returns the turns that overlap the window, each cut to this segment only; none is empty. */
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
