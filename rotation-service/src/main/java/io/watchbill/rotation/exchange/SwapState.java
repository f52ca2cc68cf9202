package io.watchbill.rotation.exchange;

import java.time.Instant;

/** The state of a swap: proposed by one person, it takes effect when the other accepts. */
public sealed interface SwapState {

  /** The other person has not answered yet. */
  record Proposed() implements SwapState {

    /** Returns the state after the other person accepts: both trade shifts. */
    public Accepted accepted(Instant at) {
      return new Accepted(at);
    }

    /** Returns the state after the other person declines. */
    public Declined declined(Instant at) {
      return new Declined(at);
    }

    /** Returns the state after its author withdraws it. */
    public Withdrawn withdrawn(Instant at) {
      return new Withdrawn(at);
    }
  }

  /** Both have traded shifts. */
  record Accepted(Instant at) implements SwapState {}

  /** The other person declined. */
  record Declined(Instant at) implements SwapState {}

  /** It was withdrawn. */
  record Withdrawn(Instant at) implements SwapState {}
}
