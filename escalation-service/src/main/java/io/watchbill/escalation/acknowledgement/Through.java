package io.watchbill.escalation.acknowledgement;

import java.util.Arrays;
import java.util.Locale;

/** Through what somebody acknowledged. */
public enum Through {
  /** The link in a page. */
  LINK,
  API,
  /** The incident-service, which confirms it. */
  INCIDENT,
  /** Something that a newer version of this service stored. */
  OTHER;

  /** Returns the name that is stored and crosses the wire. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns what has that name, or {@link #OTHER}. */
  static Through of(String wire) {
    return Arrays.stream(values())
        .filter(through -> through.wire().equals(wire))
        .findFirst()
        .orElse(OTHER);
  }
}
