package io.watchbill.escalation.notice;

import io.watchbill.escalation.contact.Reachable;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Chooses the contact methods by which people get a notice. */
final class Ways {
  /** Notices that cannot wait until somebody reads their mail. */
  private static final Set<String> URGENT = Set.of("cover-urgent");

  private Ways() {}

  /**
   * Returns for an urgent notice the methods that the person's rules use first, as for a page; for
   * any other the preferred ones, where there are some.
   */
  static List<Reachable> of(String kind, List<Reachable> ways, Predicate<Reachable> isPreferred) {
    List<Reachable> preferred = ways.stream().filter(isPreferred).toList();
    return URGENT.contains(kind) || preferred.isEmpty() ? first(ways) : preferred;
  }

  private static List<Reachable> first(List<Reachable> ways) {
    Duration first =
        ways.stream().map(Reachable::delay).min(Duration::compareTo).orElse(Duration.ZERO);
    return ways.stream().filter(way -> way.delay().equals(first)).toList();
  }
}
