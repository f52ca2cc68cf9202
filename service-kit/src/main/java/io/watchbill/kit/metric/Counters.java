package io.watchbill.kit.metric;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A counter with one label whose values are all known: each starts at 0, so that rates see the
 * first event and rules find every series. No other value becomes a label.
 */
public final class Counters {
  private static final String OTHER = "other";

  private final Map<String, Counter> byValue = new LinkedHashMap<>();

  private Counters() {}

  /**
   * Registers one counter for each value.
   *
   * @param name with dots, without {@code total}
   * @param moreTags names and values of labels that are the same for all of them
   */
  public static Counters of(
      MeterRegistry metrics,
      String name,
      String description,
      String label,
      Collection<String> values,
      String... moreTags) {
    Counters counters = new Counters();
    values.forEach(
        value ->
            counters.byValue.put(
                value,
                Counter.builder(name)
                    .description(description)
                    .tags(moreTags)
                    .tag(label, value)
                    .register(metrics)));
    return counters;
  }

  /** Counts one. */
  public void increment(String value) {
    add(value, 1);
  }

  /** Counts several. */
  public void add(String value, double count) {
    Counter counter = byValue.containsKey(value) ? byValue.get(value) : byValue.get(OTHER);
    if (counter == null) {
      throw new IllegalArgumentException("'" + value + "' is none of " + byValue.keySet());
    }
    counter.increment(count);
  }
}
