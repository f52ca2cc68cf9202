package io.watchbill.escalation.snapshot;

import java.util.Locale;

/** The states of an incident that matter to paging; in any other it is open and unacknowledged. */
public enum IncidentState {
  ACKNOWLEDGED,
  RESOLVED;

  /** Returns whether this is the state of that name, as it is stored and crosses the wire. */
  public boolean is(String state) {
    return name().toLowerCase(Locale.ROOT).equals(state);
  }
}
