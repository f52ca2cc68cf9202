package io.watchbill.incident.intake;

import java.util.Locale;

/** The outcome of a request. */
public enum RequestOutcome {
  /** Its alerts are stored. */
  ACCEPTED,
  /** It could not be read; the team was notified. */
  REFUSED,
  /** It was longer than allowed; the team was notified. */
  OVERSIZED;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
