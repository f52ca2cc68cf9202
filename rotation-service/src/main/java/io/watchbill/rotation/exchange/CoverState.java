package io.watchbill.rotation.exchange;

import java.time.Instant;

/** Where a request for cover stands. Only an open one changes. */
public sealed interface CoverState {

  /** Nobody has taken it yet. */
  record Open() implements CoverState {

    /** Somebody takes it. */
    public Taken takenBy(String person, Instant at) {
      return new Taken(person, at);
    }

    /** Cover is not needed any more. */
    public Withdrawn withdrawnBy(String caller, Instant at) {
      return new Withdrawn(caller, at);
    }
  }

  /** A person has taken the shift over. */
  record Taken(String person, Instant at) implements CoverState {}

  /** It was taken back. */
  record Withdrawn(String by, Instant at) implements CoverState {}
}
