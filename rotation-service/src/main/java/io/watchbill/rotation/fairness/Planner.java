package io.watchbill.rotation.fairness;

import io.watchbill.rotation.calendar.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Proposes who could stand which shift instead, so that nobody is on watch while absent and the
 * hours even out: a plain function. It takes one shift at a time from whoever has most, as long as
 * that brings the two closer; it finds a good plan, not the best one.
 */
final class Planner {
  private static final int MOST_MOVES = 100;

  private final Map<String, Duration> hours;
  private final Map<String, List<Span>> busy;
  private final List<Turn> turns;
  private final List<Move> moves = new ArrayList<>();

  /**
   * A shift that may move.
   *
   * @param person who stands it now
   * @param replaces whom an override must name to relieve them
   */
  record Turn(Span span, String person, Optional<String> replaces) {
    Turn by(String other) {
      return new Turn(span, other, replaces);
    }
  }

  /** A proposal and why. */
  record Move(Turn turn, String person, String reason) {}

  /**
   * @param hours what each person has stood and will stand; only these people are proposed
   * @param busy when people cannot stand this watch: absent, or on another
   * @param turns that may move, by start
   */
  private Planner(Map<String, Duration> hours, Map<String, List<Span>> busy, List<Turn> turns) {
    this.hours = new HashMap<>(hours);
    this.busy = busy;
    this.turns = new ArrayList<>(turns);
  }

  static List<Move> plan(
      Map<String, Duration> hours, Map<String, List<Span>> busy, List<Turn> turns) {
    Planner planner = new Planner(hours, busy, turns);
    planner.relieveTheBusy();
    planner.evenOut();
    return planner.moves;
  }

  private void relieveTheBusy() {
    for (int i = 0; i < turns.size() && moves.size() < MOST_MOVES; i++) {
      Turn turn = turns.get(i);
      if (!free(turn.person(), turn, false)) {
        int index = i;
        byHours().stream()
            .filter(person -> !person.equals(turn.person()) && free(person, turn, true))
            .findFirst()
            .ifPresent(person -> move(index, person, turn.person() + " is not there"));
      }
    }
  }

  private void evenOut() {
    boolean moved = true;
    while (moved && moves.size() < MOST_MOVES) {
      moved = evenOnce();
    }
  }

  /** Moves one shift from whoever has most to the one with least who can take it. */
  private boolean evenOnce() {
    List<String> people = byHours();
    for (String most : people.reversed()) {
      for (String least : people) {
        Duration apart = hours.get(most).minus(hours.get(least));
        Optional<Integer> best = best(most, least, apart);
        if (best.isPresent()) {
          move(best.get(), least, "evens out: " + told(most) + ", " + told(least));
          return true;
        }
      }
    }
    return false;
  }

  /** The shift of one that brings the hours of both closest; none that only turns them round. */
  private Optional<Integer> best(String most, String least, Duration apart) {
    Comparator<Integer> byRest =
        Comparator.comparing(i -> apart.minus(length(i).multipliedBy(2)).abs());
    return java.util.stream.IntStream.range(0, turns.size())
        .boxed()
        .filter(i -> turns.get(i).person().equals(most))
        .filter(i -> length(i).compareTo(apart) < 0)
        .filter(
            i -> moves.stream().noneMatch(move -> move.turn().span().equals(turns.get(i).span())))
        .filter(i -> free(least, turns.get(i), true))
        .min(byRest);
  }

  private Duration length(int index) {
    return Tally.length(turns.get(index).span());
  }

  private void move(int index, String person, String reason) {
    Turn turn = turns.get(index);
    Duration length = Tally.length(turn.span());
    hours.computeIfPresent(turn.person(), (p, had) -> had.minus(length));
    hours.computeIfPresent(person, (p, had) -> had.plus(length));
    turns.set(index, turn.by(person));
    moves.add(new Move(turn, person, reason));
  }

  private boolean free(String person, Turn turn, boolean alsoOfThisWatch) {
    boolean there = busy.getOrDefault(person, List.of()).stream().noneMatch(turn.span()::overlaps);
    boolean alone =
        !alsoOfThisWatch
            || turns.stream()
                .noneMatch(
                    other -> other.person().equals(person) && other.span().overlaps(turn.span()));
    return there && alone;
  }

  private List<String> byHours() {
    return hours.keySet().stream()
        .sorted(Comparator.<String, Duration>comparing(hours::get).thenComparing(p -> p))
        .toList();
  }

  private String told(String person) {
    return person + " has " + hours.get(person).toHours() + " h";
  }
}
