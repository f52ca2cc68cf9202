package io.watchbill.bench.prove;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** All that was broken in a run, and what it puts off. */
record Disturbances(List<Disturbance> all) {
  /** A page may be under way to its provider when its branch is acknowledged. */
  static final Duration UNDER_WAY = Duration.ofSeconds(1);

  Disturbances {
    all = List.copyOf(all);
  }

  /** A due instant, or the end of the last disturbance between it and the handing over. */
  Instant wellSince(Instant due, Instant handedOver) {
    return all.stream()
        .filter(Disturbance::putsOff)
        .filter(disturbance -> disturbance.touches(due, handedOver))
        .map(Disturbance::until)
        .filter(until -> until.isAfter(due))
        .max(Comparator.naturalOrder())
        .orElse(due);
  }

  /**
   * Until when a page that was under way at an acknowledgement may come: what a process had under
   * way that then stood still goes on when the process does.
   */
  Instant underWayUntil(Instant acknowledged) {
    return all.stream()
        .filter(Disturbance::heldUpAProcess)
        .filter(stand -> acknowledged.isAfter(stand.from().minus(UNDER_WAY)))
        .filter(stand -> acknowledged.isBefore(stand.until()))
        .map(Disturbance::until)
        .max(Comparator.naturalOrder())
        .orElse(acknowledged)
        .plus(UNDER_WAY);
  }

  /** Those that nobody made: a machine too busy for a process. */
  List<Disturbance> byNobody() {
    return all.stream().filter(Disturbance::isByNobody).toList();
  }

  /** The disturbances that were made on purpose. */
  Disturbances onPurpose() {
    return new Disturbances(all.stream().filter(disturbance -> !disturbance.isByNobody()).toList());
  }

  Disturbances and(Disturbance one) {
    return new Disturbances(Stream.concat(all.stream(), Stream.of(one)).toList());
  }
}
