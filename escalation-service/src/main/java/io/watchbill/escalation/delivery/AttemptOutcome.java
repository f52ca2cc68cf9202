package io.watchbill.escalation.delivery;

import java.util.Locale;

/** How an attempt to send a delivery ended. */
public enum AttemptOutcome {
  HANDED_OVER,
  FAILED,
  /** The message may have arrived. */
  UNKNOWN,
  /** The receiver will never take it. */
  REFUSED,
  /** There was no call. */
  NOT_SENT;

  /** Returns the outcome as it is stored and crosses the wire. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
