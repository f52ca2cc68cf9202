package io.watchbill.incident.intake;

import java.util.Locale;

/** What became of a request. */
public enum Outcome {
  /** Its alerts are stored. */
  ACCEPTED,
  /** It could not be understood; the team was told. */
  REFUSED,
  /** It was longer than allowed; the team was told. */
  OVERSIZED;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
