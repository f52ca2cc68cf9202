package io.watchbill.bench.prove;

import java.time.Instant;

/**
 * Something was broken or taken away, half-open in time.
 *
 * @param until when all was as before: the process ready again, the provider well again
 */
record Disturbance(Kind kind, String what, Instant from, Instant until) {
  enum Kind {
    KILL,
    /** A process ends when it is asked to, and another release takes its place. */
    REPLACE,
    /** A server of the database is killed for good, another takes its place. */
    FAILOVER,
    STANDSTILL,
    PROVIDER,
    /** Something else took the processors from all processes, on purpose. */
    BUSY,
    /** Something else kept the disk busy, on purpose. */
    SLOW_DISK,
    /** Each statement and its answer were under way for longer, on purpose. */
    SLOW_DATABASE,
    /** Somebody who may only read asked for as much as they could. */
    VIEWER,
    /** The machine was too busy for a process: nobody broke it, and it stood still all the same. */
    STARVED
  }

  /** Returns whether a process did not run meanwhile, and then went on with what it had begun. */
  boolean heldUpAProcess() {
    return switch (kind) {
      case STANDSTILL, STARVED, BUSY, SLOW_DISK, SLOW_DATABASE -> true;
      case KILL, REPLACE, FAILOVER, PROVIDER, VIEWER -> false;
    };
  }

  /**
   * Returns whether pages may wait for its end: what one caller asks for puts off nobody's page.
   */
  boolean putsOff() {
    return kind != Kind.VIEWER;
  }

  boolean isByNobody() {
    return kind == Kind.STARVED;
  }

  boolean touches(Instant begin, Instant end) {
    return from.isBefore(end) && begin.isBefore(until);
  }
}
