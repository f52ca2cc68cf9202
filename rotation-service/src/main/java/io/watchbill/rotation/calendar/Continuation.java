package io.watchbill.rotation.calendar;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How a changed layer goes on after whoever is on watch: that person keeps the watch, and the turns
 * continue behind them. Somebody who is no longer listed finishes the turn and is followed by the
 * next who still is.
 *
 * @param shift how far the new list of turns is moved
 * @param finishing who finishes the turn in course, when the new list would deal somebody else
 */
record Continuation(long shift, List<List<String>> finishing) {

  static final Continuation FRESH = new Continuation(0, List.of());

  /**
   * @param before the segment whose watch goes on at the instant
   * @param layer the layer that takes over at the instant
   */
  static Continuation of(Segment before, Layer layer, Instant instant) {
    if (layer.stands()) {
      return FRESH;
    }
    long number = layer.grid().turnAt(instant);
    long numberBefore = before.turnAt(instant);
    List<String> onWatch = before.candidates(numberBefore).getFirst();
    long place = numberBefore + before.shift();
    OptionalInt same = placeOf(onWatch, place, before.layer(), layer);
    if (same.isPresent()) {
      return new Continuation(same.getAsInt() - number, List.of());
    }
    return new Continuation(
        successor(place, before.layer(), layer) - (number + 1), List.of(onWatch));
  }

  private static int successor(long place, Layer before, Layer after) {
    for (int i = 1; i <= before.turns().size(); i++) {
      OptionalInt found = placeOf(before.dealt(place + i), place + i, before, after);
      if (found.isPresent()) {
        return found.getAsInt();
      }
    }
    return 0;
  }

  /**
   * Where the people stand in the new list. Who is listed more than once stands where most of the
   * people behind them are the same as before, then where the place is nearest.
   */
  private static OptionalInt placeOf(List<String> people, long place, Layer before, Layer after) {
    int nearest = Math.floorMod(place, before.turns().size());
    int best = -1;
    int bestRun = -1;
    for (int i = 0; i < after.turns().size(); i++) {
      if (!samePeople(people, after.dealt(i))) {
        continue;
      }
      int run = commonRun(place, before, i, after);
      boolean nearer = run == bestRun && Math.abs(i - nearest) < Math.abs(best - nearest);
      if (run > bestRun || nearer) {
        best = i;
        bestRun = run;
      }
    }
    return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
  }

  private static int commonRun(long place, Layer before, int index, Layer after) {
    int limit = Math.max(before.turns().size(), after.turns().size());
    int run = 0;
    while (run < limit
        && samePeople(before.dealt(place + run + 1), after.dealt(index + run + 1L))) {
      run++;
    }
    return run;
  }

  private static boolean samePeople(List<String> some, List<String> others) {
    Set<String> people = new HashSet<>(some);
    return people.equals(new HashSet<>(others));
  }
}
