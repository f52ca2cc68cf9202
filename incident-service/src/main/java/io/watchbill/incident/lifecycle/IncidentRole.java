package io.watchbill.incident.lifecycle;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person is on one incident. The roles of a rotation are something else. */
public enum IncidentRole {
  COMMANDER,
  TECHNICAL_LEAD;

  /** The word in the database and in facts of the timeline. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** As a sentence names it. */
  String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** Returns the role of a word; empty for one of a newer version. */
  public static Optional<IncidentRole> of(String word) {
    return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
  }
}
