package io.watchbill.escalation.dispatch;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the kinds which have had deliveries waiting unclaimed for as long as this process has
 * looked. How overdue a delivery is says nothing: after an outage all are, and a replica that knows
 * their kind must get the time to claim them. For one thread.
 */
final class WaitingKinds {
  private final Duration grace;
  private final Duration longestGap;
  private final Map<String, Instant> since = new HashMap<>();
  private Instant last = Instant.MIN;

  /**
   * Starts without having seen anything.
   *
   * @param grace how long a kind must have waited
   * @param longestGap between two looks; after a longer one everything starts again
   */
  WaitingKinds(Duration grace, Duration longestGap) {
    this.grace = grace;
    this.longestGap = longestGap;
  }

  /**
   * Returns those that have waited through the whole grace.
   *
   * @param waiting kinds that wait now
   */
  Set<String> through(Set<String> waiting, Instant now) {
    if (last.isBefore(now.minus(longestGap))) {
      since.clear();
    }
    last = now;
    since.keySet().retainAll(waiting);
    waiting.forEach(kind -> since.putIfAbsent(kind, now));
    return waiting.stream()
        .filter(kind -> !now.isBefore(requireNonNull(since.get(kind)).plus(grace)))
        .collect(Collectors.toSet());
  }
}
