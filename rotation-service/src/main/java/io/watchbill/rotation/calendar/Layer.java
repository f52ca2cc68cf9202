package io.watchbill.rotation.calendar;

import java.util.List;

/**
 * A list of turns dealt over a grid: turn {@code n} belongs to {@code turns[n mod size]}.
 *
 * @param turns who takes a turn together, in the order of the turns
 */
public record Layer(String name, Grid grid, List<List<String>> turns) {

  /**
   * @throws IllegalArgumentException when there is no turn, a turn of nobody, or more than one turn
   *     on a standing layer
   */
  public Layer {
    turns = turns.stream().map(List::copyOf).toList();
    if (turns.isEmpty() || turns.stream().anyMatch(List::isEmpty)) {
      throw new IllegalArgumentException("layer " + name + " needs turns, each with a person");
    }
    if (grid instanceof Grid.Standing && turns.size() > 1) {
      throw new IllegalArgumentException("layer " + name + " stands: it has one turn");
    }
  }

  boolean stands() {
    return grid instanceof Grid.Standing;
  }

  List<String> dealt(long number) {
    return turns.get(Math.floorMod(number, turns.size()));
  }
}
