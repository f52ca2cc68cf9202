package io.watchbill.rotation.exchange;

import java.time.Instant;

/** Where a swap stands: proposed by one, it takes effect when the other accepts. */
public sealed interface SwapState {

  /** The other has not answered yet. */
  record Proposed() implements SwapState {

    /** The other accepts: both change places. */
    public Accepted accepted(Instant at) {
      return new Accepted(at);
    }

    /** The other does not want it. */
    public Declined declined(Instant at) {
      return new Declined(at);
    }

    /** Who proposed it takes it back. */
    public Withdrawn withdrawn(Instant at) {
      return new Withdrawn(at);
    }
  }

  /** Both have changed places. */
  record Accepted(Instant at) implements SwapState {}

  /** The other said no. */
  record Declined(Instant at) implements SwapState {}

  /** It was taken back. */
  record Withdrawn(Instant at) implements SwapState {}
}
