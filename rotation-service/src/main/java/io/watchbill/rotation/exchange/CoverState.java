package io.watchbill.rotation.exchange;

import java.time.Instant;

/** The state of a cover request; only an open one changes. */
public sealed interface CoverState {

  /** Nobody has taken it yet. */
  record Open() implements CoverState {

    /** Returns the state after somebody takes it. */
    public Taken takenBy(String person, Instant at) {
      return new Taken(person, at);
    }

    /** Returns the state after it is withdrawn. */
    public Withdrawn withdrawnBy(String caller, Instant at) {
      return new Withdrawn(caller, at);
    }
  }

  /** A person took the shift over. */
  record Taken(String person, Instant at) implements CoverState {}

  /** It was withdrawn. */
  record Withdrawn(String by, Instant at) implements CoverState {}
}
