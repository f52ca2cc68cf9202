package io.watchbill.bench.prove;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * A page and until when it may have come, which depends on what was broken.
 *
 * @param breach how the report says that it came later
 */
record Timed(Instant handedOver, Function<Disturbances, Instant> limit, String breach) {

  boolean isLate(Disturbances disturbances) {
    return handedOver.isAfter(limit.apply(disturbances));
  }

  /**
   * The first spell without a processor for which it may come as late as it did, if what was broken
   * on purpose does not allow it already.
   */
  Optional<Disturbance> excuse(Disturbances disturbances) {
    Disturbances onPurpose = disturbances.onPurpose();
    return isLate(onPurpose)
        ? disturbances.byNobody().stream()
            .filter(spell -> !isLate(onPurpose.and(spell)))
            .findFirst()
        : Optional.empty();
  }
}
