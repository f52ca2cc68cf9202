package io.watchbill.rotation.calendar.turn;

import java.util.List;

/**
 * The turns of a layer, without people who pause, and how far their list is shifted: turn n takes
 * {@code turns[(n + shift) mod size]}.
 */
public record TurnList(List<List<String>> turns, long shift) {

  /** Returns the people of a place in the list, which repeats in both directions. */
  List<String> at(long place) {
    return turns.get(Math.floorMod(place, turns.size()));
  }

  /** Returns the list for turns that come so much later. */
  TurnList later(int offset) {
    return new TurnList(turns, shift + offset);
  }

  int size() {
    return turns.size();
  }

  public boolean names(String person) {
    return turns.stream().anyMatch(people -> people.contains(person));
  }
}
