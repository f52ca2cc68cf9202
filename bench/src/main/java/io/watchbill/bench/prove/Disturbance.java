package io.watchbill.bench.prove;

import java.time.Instant;

/**
 * Something was broken, half-open in time.
 *
 * @param until when all was as before: the process ready again, the provider well again
 */
record Disturbance(Kind kind, String what, Instant from, Instant until) {
  enum Kind {
    KILL,
    STANDSTILL,
    PROVIDER
  }

  boolean touches(Instant begin, Instant end) {
    return from.isBefore(end) && begin.isBefore(until);
  }
}
