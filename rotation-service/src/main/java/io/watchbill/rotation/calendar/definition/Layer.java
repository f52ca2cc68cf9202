package io.watchbill.rotation.calendar.definition;

import io.watchbill.rotation.calendar.time.Grid;
import io.watchbill.rotation.calendar.time.Span;
import io.watchbill.rotation.calendar.work.Work;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/**
 * A list of turns dealt over a grid: turn {@code n} belongs to {@code turns[n mod size]}.
 *
 * @param priority the layers of a role with less are not at work while this one is
 * @param end when it ends; {@link Instant#MAX} when it does not
 * @param turns who takes a turn together, in the order of the turns
 */
public record Layer(
    String name, int priority, Grid grid, Instant end, Work work, List<List<String>> turns) {

  /** Any year will do for a layer that began before all time. */
  private static final Instant SOME_YEAR = Instant.parse("1899-01-01T00:00:00Z");

  private static final Duration LONGEST = Duration.ofDays(60);

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

  /** A layer that works always and without end, beside those of its role. */
  public Layer(String name, Grid grid, List<List<String>> turns) {
    this(name, 0, grid, Instant.MAX, Work.always(zone(grid)), turns);
  }

  /** Whether its days, hours and end leave it a time to work in; holidays are not looked at. */
  public boolean everWorks() {
    Instant from = Span.later(grid.start(), SOME_YEAR);
    Instant until = Span.earlier(end, from.plus(LONGEST));
    return from.isBefore(until) && !work.withoutHolidays().within(new Span(from, until)).isEmpty();
  }

  /** Whether it is at work whenever the other one could be. */
  public boolean alwaysCovers(Layer other) {
    return work.isAlways() && !grid.start().isAfter(other.grid.start()) && !end.isBefore(other.end);
  }

  public Layer dealing(List<List<String>> otherTurns) {
    return new Layer(name, priority, grid, end, work, otherTurns);
  }

  public boolean stands() {
    return grid instanceof Grid.Standing;
  }

  private static ZoneId zone(Grid grid) {
    return switch (grid) {
      case Grid.Standing standing -> ZoneOffset.UTC;
      case Grid.Repeating repeating -> repeating.zone();
      case Grid.WorkedDays worked -> worked.zone();
    };
  }
}
