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
    /** A server of the database is killed for good, another takes its place. */
    FAILOVER,
    STANDSTILL,
    PROVIDER,
    /** The machine was too busy for a process: nobody broke it, and it stood still all the same. */
    STARVED
  }

  /** Whether a process did not run meanwhile, and then went on with what it had begun. */
  boolean heldUpAProcess() {
    return kind == Kind.STANDSTILL || kind == Kind.STARVED;
  }

  boolean isByNobody() {
    return kind == Kind.STARVED;
  }

  boolean touches(Instant begin, Instant end) {
    return from.isBefore(end) && begin.isBefore(until);
  }
}
