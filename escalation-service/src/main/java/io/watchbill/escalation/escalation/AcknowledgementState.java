package io.watchbill.escalation.escalation;

import java.util.Locale;

/** Whether somebody acknowledged, and what the incident-service said to it. */
public enum AcknowledgementState {
  /** Nobody acknowledged; never stored. */
  NONE,
  /** It waits for the incident-service's answer. */
  PENDING,
  CONFIRMED,
  REFUSED;

  /** Returns the state as it is stored and crosses the wire. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
