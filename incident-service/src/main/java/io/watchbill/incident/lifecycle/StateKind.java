package io.watchbill.incident.lifecycle;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The states by name: what lists are filtered and counts are made by. */
public enum StateKind {
  TRIGGERED,
  ACKNOWLEDGED,
  RESOLVED;

  /** The word on the wire and in the database. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether people still work on an incident in this state. */
  public boolean isOpen() {
    return this != RESOLVED;
  }

  /** Returns the state of a word. */
  public static Optional<StateKind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }

  /** Returns the states in which people work on an incident. */
  public static List<StateKind> open() {
    return Arrays.stream(values()).filter(StateKind::isOpen).toList();
  }
}
