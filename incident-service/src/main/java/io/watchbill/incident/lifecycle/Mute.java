package io.watchbill.incident.lifecycle;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Nobody is paged about an open incident before an instant, for a reason. It always has an end.
 *
 * @param until exclusive
 */
public record Mute(Kind kind, Instant until, String reason, Actor by) {

  /** What its end does. */
  public enum Kind {
    /** Begins a round, unless somebody has acknowledged meanwhile. */
    MUTE,
    /** Begins a round: the person who snoozed wants to be paged again. */
    SNOOZE;

    /** The word on the wire and in the database. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Mute {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(until);
    Objects.requireNonNull(reason);
    Objects.requireNonNull(by);
  }

  boolean isOver(Instant now) {
    return !now.isBefore(until);
  }

  DecisionReason begun() {
    return kind == Kind.MUTE ? DecisionReason.MUTED : DecisionReason.SNOOZED;
  }

  /** The entry for its beginning. */
  NewEntry entry(Instant now) {
    return new NewEntry(
        kind == Kind.MUTE ? NewEntry.Kind.MUTED : NewEntry.Kind.SNOOZED,
        now,
        by,
        begun().text() + " until " + Words.instant(until) + ": " + reason,
        Map.of("until", until.toString(), "reason", reason));
  }
}
