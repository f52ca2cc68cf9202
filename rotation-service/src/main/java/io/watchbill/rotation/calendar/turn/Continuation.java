package io.watchbill.rotation.calendar.turn;

import io.watchbill.rotation.calendar.definition.Layer;
import io.watchbill.rotation.calendar.definition.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;

/**
 * How a changed layer continues after the people on call: they finish their shift, and the turns
 * continue after them. Somebody who is no longer listed finishes the turn and is followed by the
 * next person who still is; somebody who stops taking turns hands over to that person at once. A
 * turn that would have begun at that very instant has not begun, so nobody has to finish it.
 *
 * @param shift how far the new list of turns is shifted
 * @param finishing who finishes the current turn, when the new list gives it to somebody else
 */
record Continuation(long shift, List<List<String>> finishing) {

  static final Continuation FRESH = new Continuation(0, List.of());

  /** The people who come next in the list before, and their place in the new list. */
  private record Next(List<String> people, long place) {}

  /**
   * Returns whether a turn ends at the instant, in the segment before or in the new layer: then no
   * turn is in progress, and the people after the last ones are next.
   */
  static boolean handsOver(Segment before, Layer layer, Instant instant) {
    return before.begins(instant) > 0 || begins(layer, instant) > 0;
  }

  private static long begins(Layer layer, Instant instant) {
    return layer.isStanding()
        ? 0
        : layer.grid().turnAt(instant) - layer.grid().turnAt(instant.minusNanos(1));
  }

  /**
   * Calculates how a layer continues.
   *
   * @param before the segment at work until the instant
   * @param layer the layer that takes over at the instant
   * @param turns its turns at the instant, without people who pause
   */
  static Continuation of(
      Segment before, Layer layer, List<List<String>> turns, Instant instant, Version version) {
    if (layer.isStanding()) {
      return FRESH;
    }
    long begun = begins(layer, instant);
    boolean handsOver = handsOver(before, layer, instant);
    // How far the list must be at the instant, seen from the people who were on call.
    long step = begun > 0 ? begun : before.begins(instant);
    long number = layer.grid().turnAt(instant) - step;
    long numberBefore = before.turnAt(instant.minusNanos(1));
    long place = numberBefore + before.list().shift();
    List<String> onCall =
        version.present(before.candidates(numberBefore).getFirst(), layer, instant);
    List<Next> behind = behind(before, place, layer, instant, version);
    OptionalInt same = placeOf(new Next(onCall, place), behind, 0, before, turns);
    if (same.isPresent()) {
      return new Continuation(same.getAsInt() - number, List.of());
    }
    int successor = successor(behind, before, turns);
    if (handsOver) {
      return new Continuation(successor - (number + 1), List.of());
    }
    return onCall.isEmpty()
        ? new Continuation(successor - number, List.of())
        : new Continuation(successor - (number + 1), List.of(onCall));
  }

  private static List<Next> behind(
      Segment before, long place, Layer layer, Instant instant, Version version) {
    List<Next> behind = new ArrayList<>();
    for (int i = 1; i <= before.list().size(); i++) {
      List<String> people = version.present(before.list().at(place + i), layer, instant);
      if (!people.isEmpty()) {
        behind.add(new Next(people, place + i));
      }
    }
    return behind;
  }

  private static int successor(List<Next> behind, Segment before, List<List<String>> turns) {
    for (int i = 0; i < behind.size(); i++) {
      OptionalInt found = placeOf(behind.get(i), behind, i + 1, before, turns);
      if (found.isPresent()) {
        return found.getAsInt();
      }
    }
    return 0;
  }

  /**
   * Returns the place of the people in the new list. Of several places, the one followed by the
   * most of the same people as before wins, then the nearest.
   */
  private static OptionalInt placeOf(
      Next wanted, List<Next> behind, int following, Segment before, List<List<String>> turns) {
    int nearest = Math.floorMod(wanted.place(), before.list().size());
    int best = -1;
    int bestRun = -1;
    for (int i = 0; i < turns.size(); i++) {
      if (!samePeople(wanted.people(), turns.get(i))) {
        continue;
      }
      int run = commonRun(behind, following, i, turns, before);
      boolean nearer = run == bestRun && Math.abs(i - nearest) < Math.abs(best - nearest);
      if (run > bestRun || nearer) {
        best = i;
        bestRun = run;
      }
    }
    return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
  }

  private static int commonRun(
      List<Next> behind, int following, int index, List<List<String>> turns, Segment before) {
    int limit = behind.isEmpty() ? 0 : Math.max(before.list().size(), turns.size());
    int run = 0;
    while (run < limit
        && samePeople(
            behind.get((following + run) % behind.size()).people(),
            turns.get((index + run + 1) % turns.size()))) {
      run++;
    }
    return run;
  }

  private static boolean samePeople(List<String> some, List<String> others) {
    return new HashSet<>(some).equals(new HashSet<>(others));
  }
}
