package io.watchbill.incident.lifecycle;

import java.time.Instant;
import java.util.Optional;

/** Where an incident stands. Each state carries what is known only in it. */
public sealed interface State {

  /** The word on the wire and in the database. */
  String word();

  default boolean isOpen() {
    return !(this instanceof Resolved);
  }

  /** Somebody must be told. */
  record Triggered() implements State {
    @Override
    public String word() {
      return "triggered";
    }
  }

  /** A person has said "I see this", at that instant. */
  record Acknowledged(Actor by, Instant at) implements State {
    @Override
    public String word() {
      return "acknowledged";
    }
  }

  /**
   * It is over.
   *
   * @param suppressedUntil until when repeats of the same alerts stay quiet; only after a resolve
   *     by hand of an incident whose alerts may go on firing
   */
  record Resolved(Actor by, Instant at, How how, Optional<Instant> suppressedUntil)
      implements State {

    /** Who said that it is over. */
    public enum How {
      BY_HAND,
      BY_ALERTS
    }

    @Override
    public String word() {
      return "resolved";
    }
  }
}
