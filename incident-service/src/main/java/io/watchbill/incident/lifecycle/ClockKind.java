package io.watchbill.incident.lifecycle;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the clocks of an incident wait for. A new clock is one more kind. */
public enum ClockKind {
  /** Somebody acknowledges the round. */
  ACKNOWLEDGEMENT;

  /** The word in the database, of the clock and of its timer. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns the kind of a word; empty for one of a newer version. */
  public static Optional<ClockKind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }
}
