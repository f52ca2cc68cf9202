package io.watchbill.rotation.calendar.time;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Values that change at certain instants; the first value also applies before the first change. */
public final class StepFunction<T> {

  private final Instant[] changes;
  private final List<T> values;

  private StepFunction(Instant[] changes, List<T> values) {
    this.changes = changes;
    this.values = values;
  }

  /**
   * Creates a function.
   *
   * @param changes in any order
   * @param valueAt returns the value from an instant on; called in the order of time
   */
  public static <T> StepFunction<T> of(Stream<Instant> changes, Function<Instant, T> valueAt) {
    Instant[] ordered =
        Stream.concat(Stream.of(Instant.MIN), changes).distinct().sorted().toArray(Instant[]::new);
    List<T> values = new ArrayList<>(ordered.length);
    for (Instant change : ordered) {
      values.add(valueAt.apply(change));
    }
    return new StepFunction<>(ordered, values);
  }

  /** Returns the index of the value at the instant. */
  public int indexAt(Instant instant) {
    int found = Arrays.binarySearch(changes, instant);
    return found >= 0 ? found : -found - 2;
  }

  public T value(int index) {
    return values.get(index);
  }

  /** Returns when the value with this index changes to the next. */
  public Instant endOf(int index) {
    return index + 1 < changes.length ? changes[index + 1] : Instant.MAX;
  }
}
