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
 * A list of turns, assigned over a grid: turn {@code n} belongs to {@code turns[n mod size]}.
 *
 * @param priority layers of the role with a lower priority are off while this one is at work
 * @param end when it ends; {@link Instant#MAX} for never
 * @param turns the people of each turn, in the order of the turns
 */
public record Layer(
    String name, int priority, Grid grid, Instant end, Work work, List<List<String>> turns) {

  /** Any year works for a layer without a beginning. */
  private static final Instant SOME_YEAR = Instant.parse("1899-01-01T00:00:00Z");

  private static final Duration LONGEST = Duration.ofDays(60);

  /**
   * @throws IllegalArgumentException when there are no turns, a turn has nobody, or a standing
   *     layer has more than one turn
   */
  public Layer {
    turns = turns.stream().map(List::copyOf).toList();
    if (turns.isEmpty() || turns.stream().anyMatch(List::isEmpty)) {
      throw new IllegalArgumentException("layer " + name + " needs turns, each with a person");
    }
    if (grid instanceof Grid.Standing && turns.size() > 1) {
      throw new IllegalArgumentException("layer " + name + " is standing: it has exactly one turn");
    }
  }

  /** Creates a layer that is always at work, without end, at the lowest priority. */
  public Layer(String name, Grid grid, List<List<String>> turns) {
    this(name, 0, grid, Instant.MAX, Work.always(zone(grid)), turns);
  }

  /** Returns whether its days, hours and end leave any time at work, not considering holidays. */
  public boolean everWorks() {
    Instant from = Span.later(grid.start(), SOME_YEAR);
    Instant until = Span.earlier(end, from.plus(LONGEST));
    return from.isBefore(until) && !work.withoutHolidays().within(new Span(from, until)).isEmpty();
  }

  /** Returns whether it is at work whenever the other one can be. */
  public boolean alwaysCovers(Layer other) {
    return work.isAlways() && !grid.start().isAfter(other.grid.start()) && !end.isBefore(other.end);
  }

  public Layer withTurns(List<List<String>> otherTurns) {
    return new Layer(name, priority, grid, end, work, otherTurns);
  }

  public boolean isStanding() {
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
