package io.watchbill.rotation.fairness;

import static java.util.Objects.requireNonNull;

import io.watchbill.rotation.calendar.time.Cancellation;
import io.watchbill.rotation.calendar.time.Span;
import io.watchbill.rotation.calendar.time.Spans;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Proposes who could take which shift, so that nobody is on call while absent and the hours are
 * shared evenly: a pure function. It moves one shift at a time away from the person with the most
 * hours, as long as that brings two people closer; it finds a good plan, not the best one.
 */
final class Planner {
  private static final int MOST_MOVES = 100;

  private final Map<String, Duration> hours;
  private final Map<String, List<Span>> holidays;
  private final Map<String, List<Span>> busy;
  private final List<MovableShift> turns;
  private final List<Move> moves = new ArrayList<>();

  /**
   * A shift that may move.
   *
   * @param person who has it now
   * @param replaces whom an override must name to relieve them
   */
  record MovableShift(Span span, String person, Optional<String> replaces) {
    MovableShift by(String other) {
      return new MovableShift(span, other, replaces);
    }
  }

  /** A proposal, with its reason. */
  record Move(MovableShift turn, String person, String reason) {}

  /**
   * The result of planning.
   *
   * @param hours the hours of each person after all moves
   */
  record Outcome(List<Move> moves, Map<String, Duration> hours) {}

  /**
   * What a plan is made from.
   *
   * @param hours what each person had and will have, see {@link #weight}; only these people are
   *     proposed
   * @param holidays the holidays of each person
   * @param busy when people are absent or on call elsewhere
   * @param turns the turns that may move, by start
   */
  record Situation(
      Map<String, Duration> hours,
      Map<String, List<Span>> holidays,
      Map<String, List<Span>> busy,
      List<MovableShift> turns) {}

  private Planner(Situation situation) {
    this.hours = new TreeMap<>(situation.hours());
    this.holidays = situation.holidays();
    this.busy = situation.busy();
    this.turns = new ArrayList<>(situation.turns());
  }

  static Outcome plan(Situation situation) {
    Planner planner = new Planner(situation);
    planner.relieveTheBusy();
    planner.evenOut();
    return new Outcome(planner.moves, planner.hours);
  }

  /**
   * Returns the weighted length of a shift: the time on the person's holidays counts twice.
   *
   * @param holidays of the person
   */
  static Duration weight(Span span, List<Span> holidays) {
    return Tally.length(span).plus(Tally.sum(Spans.intersection(List.of(span), holidays)));
  }

  private void relieveTheBusy() {
    for (int i = 0; i < turns.size() && moves.size() < MOST_MOVES; i++) {
      Cancellation.check();
      MovableShift turn = turns.get(i);
      if (!free(turn.person(), turn, false)) {
        int index = i;
        byHours().stream()
            .filter(person -> !person.equals(turn.person()) && free(person, turn, true))
            .findFirst()
            .ifPresent(
                person -> move(index, person, turn.person() + " is absent or on call elsewhere"));
      }
    }
  }

  private void evenOut() {
    boolean moved = true;
    while (moved && moves.size() < MOST_MOVES) {
      moved = evenOnce();
    }
  }

  /**
   * Moves one shift from the person with the most hours to the one with the fewest who can take it.
   */
  private boolean evenOnce() {
    List<String> people = byHours();
    for (String most : people.reversed()) {
      for (String least : people) {
        Duration apart = hours(most).minus(hours(least));
        Optional<Integer> best = best(most, least, apart);
        if (best.isPresent()) {
          move(
              best.get(),
              least,
              "evens out: " + inWords(most) + ", " + inWords(least) + spared(best.get()));
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Returns the person's shift that brings the hours of both closest; none that would only reverse
   * them.
   */
  private Optional<Integer> best(String most, String least, Duration apart) {
    Cancellation.check();
    return IntStream.range(0, turns.size())
        .boxed()
        .filter(i -> turns.get(i).person().equals(most))
        .filter(i -> rest(i, least, apart).compareTo(apart) < 0)
        .filter(
            i -> moves.stream().noneMatch(move -> move.turn().span().equals(turns.get(i).span())))
        .filter(i -> free(least, turns.get(i), true))
        .min(Comparator.comparing(i -> rest(i, least, apart)));
  }

  /** Returns how far apart two people are after one takes a turn of the other. */
  private Duration rest(int index, String taker, Duration apart) {
    MovableShift turn = turns.get(index);
    return apart.minus(weight(turn.person(), turn)).minus(weight(taker, turn)).abs();
  }

  private Duration weight(String person, MovableShift turn) {
    return weight(turn.span(), holidays.getOrDefault(person, List.of()));
  }

  /** Adds a remark when a turn falls on a holiday of its person. */
  private String spared(int index) {
    MovableShift turn = turns.get(index);
    boolean onHoliday = !weight(turn.person(), turn).equals(Tally.length(turn.span()));
    return onHoliday ? "; holidays of " + turn.person() + " count twice" : "";
  }

  private void move(int index, String person, String reason) {
    MovableShift turn = turns.get(index);
    hours.computeIfPresent(turn.person(), (p, had) -> had.minus(weight(p, turn)));
    hours.computeIfPresent(person, (p, had) -> had.plus(weight(p, turn)));
    turns.set(index, turn.by(person));
    moves.add(new Move(turn, person, reason));
  }

  private boolean free(String person, MovableShift turn, boolean alsoOfThisShift) {
    boolean there = busy.getOrDefault(person, List.of()).stream().noneMatch(turn.span()::overlaps);
    boolean alone =
        !alsoOfThisShift
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

  private Duration hours(String person) {
    return requireNonNull(hours.get(person), person);
  }

  private String inWords(String person) {
    return person + " has " + hours(person).toHours() + " h";
  }
}
