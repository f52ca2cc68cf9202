package io.watchbill.incident.lifecycle;

import java.time.Instant;
import java.util.Objects;

/**
 * Nobody is told of an open incident before an instant, for a reason. It always has an end.
 *
 * @param until exclusive
 */
public record Mute(Kind kind, Instant until, String reason, Actor by) {

  /** What its end does. */
  public enum Kind {
    /** Begins a round, unless somebody has acknowledged meanwhile. */
    MUTE,
    /** Begins a round: whoever snoozed wants to be told again. */
    SNOOZE;

    /** The word on the wire and in the database. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  public Mute {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(until);
    Objects.requireNonNull(reason);
    Objects.requireNonNull(by);
  }
}
