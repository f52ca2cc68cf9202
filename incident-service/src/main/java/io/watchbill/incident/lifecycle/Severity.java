package io.watchbill.incident.lifecycle;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * How bad an incident is, worst first. The catalogue (table {@code severity}) gives each of them
 * its texts and durations; vocabularies of senders ("critical", "warning") are mapped onto these by
 * each integration's table.
 */
public enum Severity {
  P0,
  P1,
  P2,
  P3;

  /** Returns whether this one is strictly worse than the other. */
  public boolean isWorseThan(Severity other) {
    return compareTo(other) < 0;
  }

  /** Returns the worse of the two. */
  public Severity orWorse(Severity other) {
    return other.isWorseThan(this) ? other : this;
  }

  /** Returns the worst of them; empty if there are none. */
  public static Optional<Severity> worst(Collection<Severity> severities) {
    return severities.stream().min(Comparator.naturalOrder());
  }
}
